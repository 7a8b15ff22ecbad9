package io.assay.web;

import org.springframework.context.SmartLifecycle;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Checks the tokens of a service's callers, and keeps itself informed of those revoked. */
final class ServiceTokens implements JwtDecoder, SmartLifecycle {

    private final RevocableJwtDecoder decoder;
    private final RevocationFeed revoked;

    ServiceTokens(CachingJwtDecoder genuine, RevocationFeed revoked) {
        this.decoder = new RevocableJwtDecoder(genuine, revoked);
        this.revoked = revoked;
    }

    @Override
    public Jwt decode(String token) {
        return decoder.decode(token);
    }

    @Override
    public void start() {
        revoked.start();
    }

    @Override
    public void stop() {
        revoked.stop();
    }

    @Override
    public boolean isRunning() {
        return revoked.isRunning();
    }
}
