package io.assay.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class AuthorizationsTests {

    private static final RegisteredClient CLIENT =
            RegisteredClient.withId("c")
                    .clientId("c")
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build();

    private final Authorizations authorizations = new Authorizations();

    @Test
    void remembersABoundedNumber() {
        for (int i = 0; i < Authorizations.MAX_AUTHORIZATIONS + 2_000; i++) {
            authorizations.save(authorization("a" + i, "ada"));
        }

        assertThat(authorizations.size()).isLessThanOrEqualTo(Authorizations.MAX_AUTHORIZATIONS);
    }

    @Test
    void forgetsThoseOfWhomIsSignedOut() {
        authorizations.save(authorization("a1", "ada"));
        authorizations.save(authorization("b1", "bob"));

        authorizations.end("ada");

        assertThat(authorizations.findById("a1")).isNull();
        assertThat(authorizations.findById("b1")).isNotNull();
    }

    private static OAuth2Authorization authorization(String id, String person) {
        return OAuth2Authorization.withRegisteredClient(CLIENT)
                .id(id)
                .principalName(person)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }
}
