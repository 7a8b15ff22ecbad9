package io.assay.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway: the only process that clients talk to. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    /** Starts the gateway; everything is configured by the environment. */
    public static void main(String[] args) {
        // Below Tomcat's 20 s, so that the services never close a pooled connection under a
        // request.
        System.setProperty("jdk.httpclient.keepalive.timeout", "15");
        SpringApplication.run(GatewayApplication.class, args);
    }
}
