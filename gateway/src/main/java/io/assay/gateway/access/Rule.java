package io.assay.gateway.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may call what.
 *
 * @param method null for all; GET stands for HEAD too
 * @param pattern of the path
 * @param owner who answers it
 */
public record Rule(@Nullable HttpMethod method, String pattern, Owner owner, Who who) {

    /** Who may call; services still check what belongs to whom. */
    public sealed interface Who {

        /** Nobody needs a token. */
        record Anyone() implements Who {}

        /** Any token will do. */
        record SignedIn() implements Who {}

        /** A token with at least one of these roles. */
        record Having(Set<Role> roles) implements Who {

            public Having {
                roles = Set.copyOf(roles);
            }

            /** As Spring Security names them. */
            public String[] authorities() {
                return roles.stream().map(Role::authority).toArray(String[]::new);
            }
        }
    }

    static Who roles(Role first, Role... others) {
        return new Who.Having(EnumSet.of(first, others));
    }
}
