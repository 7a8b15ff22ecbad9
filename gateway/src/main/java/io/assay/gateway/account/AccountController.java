package io.assay.gateway.account;

import io.assay.gateway.access.Role;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up, and accounts that operations open. */
@RestController
@Tag(name = "accounts")
class AccountController {

    private final OpenAccount openAccount;

    AccountController(OpenAccount openAccount) {
        this.openAccount = openAccount;
    }

    /**
     * What opens an account.
     *
     * @param username 3 to 40 of a-z, 0-9, '.', '_', '-'; upper case counts as lower
     * @param password at least 10 characters, at most 72 bytes
     */
    record SignUp(@Nullable String username, @Nullable String password) {}

    /** As {@link SignUp}, with the roles that the account gets. */
    record NewAccount(
            @Nullable String username, @Nullable String password, @Nullable Set<Role> roles) {}

    /** An account as clients see it. */
    @Schema(name = "AccountView")
    record View(String id, String username, Set<Role> roles, boolean disabled) {

        static View of(Account account) {
            return new View(account.id(), account.username(), account.roles(), account.disabled());
        }
    }

    @PostMapping("/v1/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(
            summary = "Sign up as a worker",
            description = "Needs no token. How often an address may sign up is limited.")
    @ApiResponse(responseCode = "201", description = "The account; sign in with it.")
    @ApiResponse(responseCode = "409", description = "The username is taken.")
    @ApiResponse(responseCode = "422", description = "Username or password break a rule.")
    View signUp(@RequestBody SignUp body) {
        return View.of(
                openAccount.open(
                        given("username", body.username()),
                        given("password", body.password()),
                        Set.of(Role.WORKER)));
    }

    @PostMapping("/v1/admin/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Open an account with any roles",
            description = "Needs the role ops. Roles take effect with the next token.")
    @ApiResponse(responseCode = "201", description = "The account.")
    @ApiResponse(responseCode = "409", description = "The username is taken.")
    @ApiResponse(responseCode = "422", description = "Username, password or roles break a rule.")
    View open(@RequestBody NewAccount body) {
        Set<Role> roles = body.roles();
        if (roles == null || roles.isEmpty()) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-account",
                    "roles: (expected: at least one role)");
        }
        return View.of(
                openAccount.open(
                        given("username", body.username()),
                        given("password", body.password()),
                        roles));
    }

    private static String given(String field, @Nullable String value) {
        if (value == null) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-account",
                    field + ": absent (expected: a string)");
        }
        return value;
    }
}
