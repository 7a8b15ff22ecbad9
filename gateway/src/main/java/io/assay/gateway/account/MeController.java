package io.assay.gateway.account;

import io.assay.gateway.access.Caller;
import io.assay.gateway.access.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is. */
@RestController
@Tag(name = "accounts")
class MeController {

    private final AccountDirectory accounts;

    MeController(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    /**
     * The caller.
     *
     * @param id by which other people's projects and lists name the caller
     * @param username absent for a program, and for accounts of another issuer
     * @param expiresAt when the token ends
     * @param mustChangePassword true if operations set a one-time password: there are no roles
     *     until it is changed; else absent
     */
    @Schema(name = "Me")
    record View(
            String id,
            @Nullable String username,
            Set<Role> roles,
            @Nullable Instant expiresAt,
            @Nullable Boolean mustChangePassword) {}

    @GetMapping("/v1/me")
    @Operation(summary = "Tell who the token names")
    @ApiResponse(responseCode = "200", description = "The caller.")
    View me(@Parameter(hidden = true) JwtAuthenticationToken token) {
        Caller caller = Caller.of(token);
        return new View(
                caller.id(),
                accounts.usernameOf(caller.id()).orElse(null),
                caller.roles(),
                caller.expiresAt(),
                accounts.mustChangePassword(caller.id()) ? true : null);
    }
}
