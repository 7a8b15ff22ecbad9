package io.assay.gateway.account;

import io.assay.gateway.access.Role;
import java.time.Instant;
import java.util.Set;

/**
 * Someone who signs in with a password.
 *
 * @param id the {@code sub} of their tokens, for good
 * @param username unique, in lower case
 * @param disabled whether no one may sign in with it
 */
record Account(
        String id,
        String username,
        String passwordHash,
        Set<Role> roles,
        boolean disabled,
        Instant createdAt) {

    Account {
        roles = Set.copyOf(roles);
    }
}
