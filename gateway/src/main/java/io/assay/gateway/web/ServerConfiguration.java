package io.assay.gateway.web;

import io.assay.gateway.GatewayProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in front of the gateway, and what follows from it. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwarded(
            GatewayProperties properties) {
        TrustedProxies trusted = new TrustedProxies(properties.trustedProxies());
        return server -> {
            if (!trusted.isEmpty()) {
                server.addEngineValves(new ForwardedValve(trusted));
            }
        };
    }

    /** Also where the proxy that ends TLS sends no header; else by each request. */
    @Bean
    ServletContextInitializer secureSessionCookie(GatewayProperties properties) {
        return context -> {
            if (properties.publicUrl().startsWith("https:")) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }
}
