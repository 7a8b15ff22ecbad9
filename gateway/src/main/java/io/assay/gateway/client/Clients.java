package io.assay.gateway.client;

import io.assay.gateway.GatewayProperties;
import io.assay.gateway.access.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The web client, which is public and fixed, and the machine clients of the store. */
@Component
public class Clients implements RegisteredClientRepository {

    /** Setting of a machine client: the {@code sub} of its tokens. */
    public static final String SUBJECT = "assay.subject";

    /** Setting of a machine client: the roles of its tokens, a list of strings. */
    public static final String ROLES = "assay.roles";

    static final String WEB = "assay-web";

    private final MongoMachineClients machines;
    private final RegisteredClient web;

    Clients(MongoMachineClients machines, GatewayProperties properties) {
        this.machines = machines;
        this.web = web(properties.publicUrl());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are made by the API of operations");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(WEB)
                ? web
                : machines.find(clientId).map(Clients::machine).orElse(null);
    }

    /** Any port of a loopback address will do (RFC 8252); anything else must match exactly. */
    private static RegisteredClient web(String publicUrl) {
        return RegisteredClient.withId(WEB)
                .clientId(WEB)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(publicUrl + "/signed-in")
                .redirectUri(publicUrl + "/docs/oauth2-redirect.html")
                .redirectUri("http://127.0.0.1/signed-in")
                .redirectUri("http://[::1]/signed-in")
                .postLogoutRedirectUri(publicUrl + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens())
                .build();
    }

    private static RegisteredClient machine(MachineClient client) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(
                        ClientSettings.builder()
                                .setting(SUBJECT, client.subject())
                                .setting(
                                        ROLES,
                                        client.roles().stream().map(Role::claim).sorted().toList())
                                .build())
                .tokenSettings(tokens())
                .build();
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build();
    }
}
