package io.assay.gateway.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks.
 *
 * @param id by which projects, lists and limits name the caller
 * @param expiresAt of the token; null if it never does
 */
public record Caller(String id, Set<Role> roles, @Nullable Instant expiresAt) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller that a verified token names. */
    public static Caller of(JwtAuthenticationToken token) {
        Set<String> held =
                token.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Set<Role> roles =
                Arrays.stream(Role.values())
                        .filter(role -> held.contains(role.authority()))
                        .collect(Collectors.toSet());
        return new Caller(token.getName(), roles, token.getToken().getExpiresAt());
    }

    /** A token's subject as an id of ours, here as in the services. */
    public static String id(@Nullable String subject) {
        return io.assay.web.Caller.id(subject);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
