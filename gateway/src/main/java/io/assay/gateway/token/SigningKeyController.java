package io.assay.gateway.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rotation of the key that signs tokens. */
@RestController
@Tag(name = "clients")
class SigningKeyController {

    private final SigningKeys keys;

    SigningKeyController(SigningKeys keys) {
        this.keys = keys;
    }

    /** The key that was made. */
    record View(String kid) {}

    @PostMapping("/v1/admin/signing-keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Rotate the signing key",
            description =
                    "Needs the role ops. The new key is published at once and signs five minutes"
                            + " later; tokens signed before stay valid.")
    @ApiResponse(responseCode = "201", description = "The new key's id.")
    View rotate() {
        return new View(keys.rotate());
    }
}
