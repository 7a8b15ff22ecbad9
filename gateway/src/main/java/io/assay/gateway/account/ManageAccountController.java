package io.assay.gateway.account;

import io.assay.gateway.account.AccountController.View;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts after they were opened: by operations, and one's own password. */
@RestController
@Tag(name = "accounts")
class ManageAccountController {

    private static final String ENDED =
            " All tokens and sessions of the account end: here at once, in every service within a"
                    + " minute.";

    private final ManageAccount accounts;

    ManageAccountController(ManageAccount accounts) {
        this.accounts = accounts;
    }

    /**
     * A new password, set by operations.
     *
     * @param password at least 10 characters, at most 72 bytes
     */
    record NewPassword(@Nullable String password) {}

    /**
     * A new password for oneself.
     *
     * @param password at least 10 characters, at most 72 bytes
     */
    record PasswordChange(@Nullable String current, @Nullable String password) {}

    @PostMapping("/v1/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change one's own password",
            description = "How often it may be tried is limited." + ENDED)
    @ApiResponse(responseCode = "204", description = "The new one holds; sign in with it.")
    @ApiResponse(responseCode = "403", description = "The current password is another.")
    @ApiResponse(responseCode = "404", description = "The caller is no account with a password.")
    @ApiResponse(responseCode = "422", description = "The new password breaks a rule.")
    void change(@RequestBody PasswordChange body, JwtAuthenticationToken caller) {
        accounts.changePassword(
                caller.getName(),
                given("current", body.current()),
                given("password", body.password()));
    }

    /** The password once more, so that nobody deletes an account that was left open. */
    record Deletion(@Nullable String password) {}

    @PostMapping("/v1/account/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete one's own account",
            description =
                    "Name, password and what was said when applying as a worker go for good. Labels and the journal of money stay, under an id"
                            + " that names nobody any more. How often it may be tried is limited."
                            + ENDED)
    @ApiResponse(responseCode = "204", description = "There is no such account any more.")
    @ApiResponse(responseCode = "403", description = "The password is another.")
    @ApiResponse(responseCode = "404", description = "The caller is no account with a password.")
    @ApiResponse(responseCode = "409", description = "Accounts of operations are not deleted so.")
    @ApiResponse(responseCode = "503", description = "Not all can be removed now; nothing was.")
    void delete(@RequestBody Deletion body, JwtAuthenticationToken caller) {
        accounts.delete(
                caller.getName(),
                given("password", body.password()),
                caller.getToken().getTokenValue());
    }

    @GetMapping("/v1/admin/accounts")
    @Operation(summary = "Find an account by its username", description = "Needs the role ops.")
    @ApiResponse(responseCode = "200", description = "The account.")
    @ApiResponse(responseCode = "404", description = "There is none.")
    View find(@RequestParam String username) {
        return View.of(accounts.findByUsername(username));
    }

    @GetMapping("/v1/admin/accounts/{id}")
    @Operation(summary = "Read an account", description = "Needs the role ops.")
    @ApiResponse(responseCode = "200", description = "The account.")
    @ApiResponse(responseCode = "404", description = "There is none.")
    View read(@PathVariable String id) {
        return View.of(accounts.find(id));
    }

    @PostMapping("/v1/admin/accounts/{id}/disable")
    @Operation(
            summary = "Disable an account",
            description = "Needs the role ops. Nobody signs in with it any more." + ENDED)
    @ApiResponse(responseCode = "200", description = "The account.")
    @ApiResponse(responseCode = "404", description = "There is none.")
    View disable(@PathVariable String id, @Parameter(hidden = true) JwtAuthenticationToken caller) {
        if (id.equals(caller.getName())) {
            throw Problem.of(
                    HttpStatus.CONFLICT, "own-account", "Somebody else has to disable yours.");
        }
        return View.of(accounts.disable(id));
    }

    @PostMapping("/v1/admin/accounts/{id}/enable")
    @Operation(
            summary = "Let an account sign in again",
            description = "Needs the role ops. What was ended stays so.")
    @ApiResponse(responseCode = "200", description = "The account.")
    @ApiResponse(responseCode = "404", description = "There is none.")
    View enable(@PathVariable String id) {
        return View.of(accounts.enable(id));
    }

    @PostMapping("/v1/admin/accounts/{id}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Sign an account out everywhere",
            description = "Needs the role ops." + ENDED)
    @ApiResponse(responseCode = "204", description = "All are ended.")
    @ApiResponse(responseCode = "404", description = "There is none.")
    void signOut(@PathVariable String id) {
        accounts.signOut(id);
    }

    @PostMapping("/v1/admin/accounts/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set an account's password", description = "Needs the role ops." + ENDED)
    @ApiResponse(responseCode = "204", description = "The new one holds.")
    @ApiResponse(responseCode = "404", description = "There is no such account.")
    @ApiResponse(responseCode = "422", description = "The password breaks a rule.")
    void reset(@PathVariable String id, @RequestBody NewPassword body) {
        accounts.resetPassword(id, given("password", body.password()));
    }

    @PostMapping("/v1/admin/accounts/{id}/one-time-password")
    @Operation(
            summary = "Give an account a one-time password",
            description =
                    "Needs the role ops. It is told once, holds for three days, and opens nothing but"
                            + " the change of the password: until then the account has no roles."
                            + ENDED)
    @ApiResponse(responseCode = "200", description = "The password, to be handed over.")
    @ApiResponse(responseCode = "404", description = "There is no such account.")
    @ApiResponse(responseCode = "409", description = "Somebody else has to do it for one's own.")
    ResponseEntity<ManageAccount.OneTimePassword> oneTimePassword(
            @PathVariable String id, @Parameter(hidden = true) JwtAuthenticationToken caller) {
        if (id.equals(caller.getName())) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "own-account",
                    "Somebody else has to do this for yours; you can change your password.");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(accounts.oneTimePassword(id));
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
