package io.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatewayPropertiesTests {

    @Test
    void needsAnAudienceWithAnotherIssuer() {
        assertThatThrownBy(() -> properties("https://issuer.example", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("audience");
        assertThatThrownBy(() -> properties("https://issuer.example", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(properties("https://issuer.example", "assay").embeddedIssuer()).isFalse();
    }

    @Test
    void needsNoneForItsOwnTokens() {
        assertThat(properties("", "").embeddedIssuer()).isTrue();
        assertThat(properties(null, null).trustedIssuer()).isEqualTo("http://localhost:8080");
    }

    private static GatewayProperties properties(
            @Nullable String issuer, @Nullable String audience) {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return new GatewayProperties(
                "http://localhost:8080",
                issuer,
                audience,
                List.of(),
                "roles",
                null,
                new GatewayProperties.Services(nowhere, List.of(nowhere), nowhere, nowhere));
    }
}
