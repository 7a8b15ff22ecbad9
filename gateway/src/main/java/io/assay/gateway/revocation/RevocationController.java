package io.assay.gateway.revocation;

import io.assay.web.Problem;
import io.assay.web.RevokedTokens;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is revoked, published to services beside the keys; and revoking, by oneself or operations.
 */
@RestController
@Tag(name = "accounts")
class RevocationController {

    private static final int MAX_LENGTH = 512;

    private final Revocations revocations;

    RevocationController(Revocations revocations) {
        this.revocations = revocations;
    }

    /**
     * Whose tokens end.
     *
     * @param subject the {@code sub} of their tokens, 1 to 512 characters
     * @param forGood whether tokens yet to be issued are refused too; absent for no
     */
    record Revocation(@Nullable String subject, @Nullable Boolean forGood) {}

    /** Whose tokens are taken again. */
    record Lifting(@Nullable String subject) {}

    @GetMapping("/oauth2/revocations")
    @Hidden
    ResponseEntity<RevokedTokens> list() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(revocations.current());
    }

    @PostMapping("/v1/account/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Sign out everywhere",
            description =
                    "Ends all tokens and sessions of the caller, the one of this request too:"
                            + " here at once, in every service within a minute.")
    @ApiResponse(responseCode = "204", description = "All are ended.")
    void signOut(JwtAuthenticationToken token) {
        revocations.signOut(subject(token.getToken().getSubject()));
    }

    @PostMapping("/v1/admin/revocations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End all tokens of a subject",
            description =
                    "Needs the role ops. For programs, and for accounts of another issuer: with"
                            + " forGood, tokens that it issues from now on are refused too.")
    @ApiResponse(responseCode = "204", description = "They are ended, everywhere within a minute.")
    @ApiResponse(responseCode = "422", description = "The subject is not 1 to 512 characters.")
    void revoke(@RequestBody Revocation body) {
        String subject = subject(body.subject());
        if (Boolean.TRUE.equals(body.forGood())) {
            revocations.endForGood(subject);
        } else {
            revocations.end(subject);
        }
    }

    @PostMapping("/v1/admin/revocations/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take tokens of a subject again",
            description = "Needs the role ops. Those issued before stay ended.")
    @ApiResponse(responseCode = "204", description = "New tokens are taken.")
    void lift(@RequestBody Lifting body) {
        revocations.lift(subject(body.subject()));
    }

    private static String subject(@Nullable String given) {
        if (given == null || given.isEmpty() || given.length() > MAX_LENGTH) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-account",
                    "subject: (expected: 1 to " + MAX_LENGTH + " characters)");
        }
        return given;
    }
}
