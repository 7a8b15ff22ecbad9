package io.assay.gateway.token;

import io.assay.gateway.client.Clients;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts the roles into an access token, and into no other token, so that an ID token opens nothing.
 */
@Component
class RoleClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String CLAIM = "roles";
    private static final String PREFIX = "ROLE_";

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            ClientSettings client = context.getRegisteredClient().getClientSettings();
            context.getClaims()
                    .subject(Objects.requireNonNull(client.getSetting(Clients.SUBJECT)))
                    .claim(CLAIM, Objects.requireNonNull(client.getSetting(Clients.ROLES)));
        } else {
            context.getClaims().claim(CLAIM, personRoles(context));
        }
    }

    private static List<String> personRoles(JwtEncodingContext context) {
        Authentication person = Objects.requireNonNull(context.getPrincipal());
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(RoleClaims::isRole)
                .map(authority -> authority.substring(PREFIX.length()).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static boolean isRole(@Nullable String authority) {
        return authority != null && authority.startsWith(PREFIX);
    }
}
