package io.assay.web;

import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sent a request, as the verified token says. A controller takes it as an argument.
 *
 * @param id 1 to 64 of {@code A-Z a-z 0-9 _ -}: also the worker's, requester's or partner's id
 * @param roles lower case: worker, reviewer, requester, partner, ops, finance
 */
public record Caller(String id, Set<String> roles) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    static Caller of(Jwt token, String rolesClaim) {
        return new Caller(id(token.getSubject()), roles(token.getClaims(), rolesClaim));
    }

    /**
     * Subjects of foreign issuers that are no id of ours become a hash: ids travel in keys and
     * paths.
     */
    public static String id(@Nullable String subject) {
        String given = Objects.requireNonNullElse(subject, "");
        return ID.matcher(given).matches()
                ? given
                : Ids.sha256Hex(given.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    private static Set<String> roles(Map<String, Object> claims, String path) {
        Object value = claims;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return strings(value);
    }

    private static Set<String> strings(@Nullable Object value) {
        Set<String> roles = new LinkedHashSet<>();
        if (value instanceof Collection<?> all) {
            all.forEach(role -> roles.add(String.valueOf(role).toLowerCase(Locale.ROOT)));
        }
        return roles;
    }
}
