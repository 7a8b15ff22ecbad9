package io.assay.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.gateway.sessions.*}: bounds of what this instance remembers of signed-in browsers.
 *
 * @param total sessions; the one that was opened first makes room for another
 * @param perAccount of these, by one account
 * @param idle how long one lives without a request
 */
@ConfigurationProperties("assay.gateway.sessions")
record SessionProperties(
        @DefaultValue("20000") int total,
        @DefaultValue("10") int perAccount,
        @DefaultValue("12h") Duration idle) {}
