package io.assay.gateway.token;

import io.assay.gateway.account.AccountDirectory;
import io.assay.gateway.client.Clients;
import io.assay.gateway.revocation.Revocations;
import io.assay.web.RevokedTokens;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
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

    private final AccountDirectory accounts;
    private final Revocations revocations;

    RoleClaims(AccountDirectory accounts, Revocations revocations) {
        this.accounts = accounts;
        this.revocations = revocations;
    }

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
            refuseIfEnded(context);
            context.getClaims().claim(CLAIM, personRoles(context));
        }
        dateExactly(context);
    }

    /** A code that was given before the account was disabled or signed out is worth nothing. */
    private void refuseIfEnded(JwtEncodingContext context) {
        Authentication principal = Objects.requireNonNull(context.getPrincipal());
        String person = principal.getName();
        OAuth2Authorization authorization = context.getAuthorization();
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code =
                authorization == null
                        ? null
                        : authorization.getToken(OAuth2AuthorizationCode.class);
        Instant given = code == null ? null : code.getToken().getIssuedAt();
        if (accounts.isDisabled(person)
                || (given != null && revocations.endedSince(person, given))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private static void dateExactly(JwtEncodingContext context) {
        context.getClaims()
                .claims(
                        claims -> {
                            Instant issued =
                                    (Instant) Objects.requireNonNull(claims.get(JwtClaimNames.IAT));
                            claims.put(RevokedTokens.ISSUED_AT_MS, issued.toEpochMilli());
                        });
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
