package io.assay.gateway.security;

import io.assay.gateway.access.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The roles in a token's claims; names that are no role of Assay are ignored.
 *
 * @param path of the claim, such as {@code roles} or {@code realm_access.roles}
 */
record TokenRoles(String path) {

    Set<Role> of(Map<String, Object> claims) {
        Set<String> named = names(value(claims));
        return Arrays.stream(Role.values())
                .filter(role -> named.contains(role.claim()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable Object value(Map<String, Object> claims) {
        Object value = claims;
        for (String step : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    private static Set<String> names(@Nullable Object value) {
        Collection<?> names = value instanceof Collection<?> all ? all : List.of();
        return names.stream()
                .map(name -> String.valueOf(name).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
