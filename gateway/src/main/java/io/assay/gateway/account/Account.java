package io.assay.gateway.account;

import io.assay.gateway.access.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone who signs in with a password.
 *
 * @param id the {@code sub} of their tokens, for good
 * @param username unique, in lower case
 * @param disabled whether no one may sign in with it
 * @param oneTimeUntil until when its password, which operations made, lets the person in to choose
 *     another; null for a password of their own
 */
record Account(
        String id,
        String username,
        String passwordHash,
        Set<Role> roles,
        boolean disabled,
        @Nullable Instant oneTimeUntil,
        Instant createdAt) {

    Account {
        roles = Set.copyOf(roles);
    }

    /** Whether all that may be done with it is to choose another password. */
    boolean mustChangePassword() {
        return oneTimeUntil != null;
    }

    /** Whether somebody who knows the password may sign in. */
    boolean mayBeSignedInTo(Instant now) {
        return !disabled && (oneTimeUntil == null || now.isBefore(oneTimeUntil));
    }
}
