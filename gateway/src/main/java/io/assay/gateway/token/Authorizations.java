package io.assay.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.assay.gateway.revocation.SubjectSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Sign-ins under way, in memory and bounded: an authorization code lives five minutes, and access
 * tokens are verified by their signature alone. So a killed gateway costs whoever is just signing
 * in another click, and nobody their token. No refresh tokens are issued: a session at the gateway
 * gives a browser its next token without a password.
 */
@Component
class Authorizations implements OAuth2AuthorizationService, SubjectSessions {

    static final int MAX_AUTHORIZATIONS = 20_000;

    private final Cache<String, OAuth2Authorization> byKey =
            Caffeine.newBuilder()
                    .maximumSize(MAX_AUTHORIZATIONS)
                    .expireAfterWrite(Duration.ofMinutes(15))
                    .build();

    @Override
    public void save(OAuth2Authorization authorization) {
        keys(authorization).forEach(key -> byKey.put(key, authorization));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byKey.invalidateAll(keys(authorization));
    }

    @Override
    public void end(String subject) {
        byKey.asMap().values().removeIf(one -> one.getPrincipalName().equals(subject));
    }

    long size() {
        byKey.cleanUp();
        return byKey.estimatedSize();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byKey.getIfPresent("id:" + id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return byKey.getIfPresent(token);
    }

    private static List<String> keys(OAuth2Authorization authorization) {
        List<String> keys = new ArrayList<>();
        keys.add("id:" + authorization.getId());
        addKey(keys, authorization.getToken(OAuth2AuthorizationCode.class));
        addKey(keys, authorization.getToken(OAuth2AccessToken.class));
        addKey(keys, authorization.getToken(OidcIdToken.class));
        return keys;
    }

    private static void addKey(
            List<String> keys, OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        if (token != null) {
            keys.add(token.getToken().getTokenValue());
        }
    }
}
