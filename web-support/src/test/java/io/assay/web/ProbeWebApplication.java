package io.assay.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A controller with one endpoint for each thing that this module promises. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ProbeWebApplication {

    record Thing(@NotBlank String name, @Max(9) int count, @Nullable Double share) {}

    @RestController
    static class Controller {

        @GetMapping("/v1/caller")
        Caller caller(Caller caller) {
            return caller;
        }

        @GetMapping("/v1/ops-only")
        @PreAuthorize("hasRole('OPS')")
        String opsOnly() {
            return "ok";
        }

        @GetMapping("/v1/list")
        int list(@RequestParam int limit) {
            return limit;
        }

        /** The next page begins after what the cursor says. */
        @GetMapping("/v1/pages/{name}")
        Page<String> page(
                @PathVariable String name,
                @RequestParam(required = false) @Nullable String cursor) {
            return new Page<>(List.of(name + " after " + cursor), "a-1");
        }

        @GetMapping("/v1/open")
        String open(@Nullable Caller caller) {
            return caller == null ? "nobody" : caller.id();
        }

        @PostMapping("/v1/things")
        Map<String, String> create(
                Caller caller, IdempotencyKey key, @Valid @RequestBody Thing thing) {
            return Map.of("id", key.idFor(caller, "thing"), "name", thing.name());
        }

        @PutMapping("/v1/things")
        long change(@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
            long version = ETags.required(ifMatch);
            ETags.check(version, 3);
            return version;
        }

        @PostMapping("/v1/stream")
        long stream(InputStream body) throws IOException {
            return body.readAllBytes().length;
        }

        @PostMapping("/v1/packed")
        long packed(InputStream body) throws IOException {
            return new GZIPInputStream(body).readAllBytes().length;
        }

        @GetMapping("/v1/broken")
        List<String> broken() {
            throw new IllegalStateException("secret detail");
        }
    }
}
