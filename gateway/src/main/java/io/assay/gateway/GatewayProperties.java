package io.assay.gateway;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configuration of the gateway.
 *
 * @param publicUrl where clients reach the gateway, without a trailing slash; also the issuer of
 *     the tokens of the embedded authorization server
 * @param issuer another OpenID Connect issuer to trust; the embedded one is then off
 * @param audience what tokens of another issuer must name as {@code aud}; needed with one
 * @param trustedProxies addresses and CIDR ranges of proxies whose {@code X-Forwarded-For} and
 *     {@code X-Forwarded-Proto} are believed; nobody's by default
 * @param rolesClaim the claim that holds a token's roles
 * @param bootstrapOpsPassword the account {@code ops} is made with it at start when absent
 */
@ConfigurationProperties("assay.gateway")
public record GatewayProperties(
        @DefaultValue("http://localhost:8080") String publicUrl,
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("roles") String rolesClaim,
        @Nullable String bootstrapOpsPassword,
        Services services) {

    /**
     * Base URLs of the services behind the gateway.
     *
     * @param assignment one per instance: they share the tasks
     */
    public record Services(URI task, List<URI> assignment, URI review, URI payment) {}

    public GatewayProperties {
        boolean another = issuer != null && !issuer.isBlank();
        if (another && (audience == null || audience.isBlank())) {
            throw new IllegalArgumentException(
                    "assay.gateway.audience: absent (expected: with another issuer, what its tokens"
                            + " must name as aud)");
        }
    }

    /** Whether people and programs get their tokens from the gateway itself. */
    public boolean embeddedIssuer() {
        return issuer == null || issuer.isBlank();
    }

    /** The issuer whose tokens are accepted. */
    public String trustedIssuer() {
        return issuer == null || issuer.isBlank() ? publicUrl : issuer;
    }
}
