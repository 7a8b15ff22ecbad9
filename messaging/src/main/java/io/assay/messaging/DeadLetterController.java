package io.assay.messaging;

import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this service could not process, for operations. */
@RestController
@RequestMapping("/v1/ops/${spring.application.name}/dead-letters")
@PreAuthorize("hasRole('OPS')")
class DeadLetterController {

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GetMapping
    @Operation(
            summary = "Lists events that could not be processed",
            description = "Oldest first. limit 1 to 200, cursor from the page before.")
    Page<DeadLetter> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        return Page.of(deadLetters.list(cursor, size + 1), size, DeadLetter::id);
    }

    @PostMapping("/{id}/replay")
    @Operation(
            summary = "Puts an event back into its topic, after a fix",
            description = "Repeats do no harm. 404 if there is no such dead letter.")
    DeadLetter replay(@PathVariable String id) {
        return deadLetters
                .replay(id)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        HttpStatus.NOT_FOUND,
                                        "not-found",
                                        "There is no such dead letter."));
    }
}
