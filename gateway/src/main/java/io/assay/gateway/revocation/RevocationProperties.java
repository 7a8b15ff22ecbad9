package io.assay.gateway.revocation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.gateway.revocations.*}
 *
 * @param reread how long an instance may not know of what another one revoked
 * @param keep longer than any token and any session without a request lives; then a revocation has
 *     nothing left to refuse
 * @param most revocations at once; the list that services fetch has about 60 bytes of each
 */
@ConfigurationProperties("assay.gateway.revocations")
record RevocationProperties(
        @DefaultValue("5s") Duration reread,
        @DefaultValue("25h") Duration keep,
        @DefaultValue("50000") int most) {}
