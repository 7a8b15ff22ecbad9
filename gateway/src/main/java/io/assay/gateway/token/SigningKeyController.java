package io.assay.gateway.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
                            + " later; tokens signed before stay valid until they expire.")
    @ApiResponse(responseCode = "201", description = "The new key's id.")
    View rotate() {
        return new View(keys.rotate());
    }

    /** A key; never its private part. */
    record Key(String kid, boolean signs, boolean withdrawn) {}

    /** All keys, newest first. */
    record Keys(List<Key> keys) {}

    @GetMapping("/v1/admin/signing-keys")
    @Operation(summary = "List the signing keys", description = "Needs the role ops. Newest first.")
    @ApiResponse(responseCode = "200", description = "The keys' ids, and which one signs.")
    Keys list() {
        String signer = keys.signerId();
        return new Keys(
                keys.all().stream()
                        .map(key -> new Key(key.id(), key.id().equals(signer), key.withdrawn()))
                        .toList());
    }

    @DeleteMapping("/v1/admin/signing-keys/{kid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Withdraw a signing key",
            description =
                    "Needs the role ops; for a key that may be known to others. Every token that it"
                            + " signed ends: here at once, in every service within a minute.")
    @ApiResponse(responseCode = "204", description = "The key is withdrawn, another one signs.")
    @ApiResponse(responseCode = "404", description = "There is no such key.")
    void withdraw(@PathVariable String kid) {
        keys.withdraw(kid);
    }
}
