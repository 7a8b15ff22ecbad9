package io.assay.gateway.client;

import io.assay.gateway.access.Role;
import java.time.Instant;
import java.util.Set;

/**
 * A program that signs in with a secret.
 *
 * @param subject the {@code sub} of its tokens
 */
record MachineClient(
        String clientId, String secretHash, Set<Role> roles, String subject, Instant createdAt) {

    MachineClient {
        roles = Set.copyOf(roles);
    }
}
