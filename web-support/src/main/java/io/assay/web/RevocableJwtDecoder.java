package io.assay.web;

import java.util.function.Supplier;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Refuses tokens that were revoked, each time anew, also those that are remembered as genuine. */
public final class RevocableJwtDecoder implements JwtDecoder {

    private final CachingJwtDecoder genuine;
    private final Supplier<RevokedTokens> revoked;

    public RevocableJwtDecoder(CachingJwtDecoder genuine, Supplier<RevokedTokens> revoked) {
        this.genuine = genuine;
        this.revoked = revoked;
    }

    @Override
    public Jwt decode(String token) {
        Jwt verified = genuine.decode(token);
        if (revoked.get().covers(verified)) {
            throw new BadJwtException("the token was revoked");
        }
        return verified;
    }

    /** Whether the token was found genuine a short while ago, so that it costs little. */
    public boolean isCached(String token) {
        return genuine.isCached(token);
    }
}
