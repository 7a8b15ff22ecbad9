package io.assay.gateway.proxy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the gateway waits for a service.
 *
 * @param connectTimeout for a connection
 * @param timeout for a whole exchange
 * @param streamTimeout for a whole import, export or picture
 */
@ConfigurationProperties("assay.gateway.proxy")
record ProxyProperties(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2h") Duration streamTimeout) {}
