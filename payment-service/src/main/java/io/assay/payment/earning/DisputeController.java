package io.assay.payment.earning;

import io.assay.events.Money;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.payment.earning.Dispute.Status;
import io.assay.web.ETags;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accepted labels that could not be paid, for finance. */
@RestController
@RequestMapping("/v1/ledger/disputes")
@PreAuthorize("hasRole('FINANCE')")
@Tag(name = "Ledger")
class DisputeController {

    private final MongoDisputes disputes;

    DisputeController(MongoDisputes disputes) {
        this.disputes = disputes;
    }

    @GetMapping
    @Operation(
            summary = "Lists accepted labels that are not paid, and why",
            description =
                    "status: waiting (the rate card has not arrived), disputed (the default: the"
                            + " price is not the card's), approved or paid.")
    Page<DisputeView> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        return Page.of(disputes.page(status(status), cursor, size + 1), size, Versioned::id)
                .map(DisputeView::of);
    }

    @PostMapping("/{assignmentId}/approve")
    @Operation(
            summary = "Pays the price that was promised",
            description =
                    "For a dispute about the price. Repeats do no harm. 404 if there is none, 409"
                            + " while the rate card has not arrived.")
    ResponseEntity<DisputeView> approve(@PathVariable String assignmentId) {
        Versioned<Dispute> dispute =
                disputes.find(assignmentId).orElseThrow(DisputeController::notFound);
        Versioned<Dispute> approved =
                switch (dispute.state().status()) {
                    case WAITING -> throw waiting(dispute.state());
                    case DISPUTED -> approve(dispute);
                    case APPROVED, PAID -> dispute;
                };
        return ResponseEntity.ok()
                .eTag(ETags.of(approved.version()))
                .body(DisputeView.of(approved));
    }

    private Versioned<Dispute> approve(Versioned<Dispute> dispute) {
        try {
            return disputes.update(dispute, dispute.state().approved());
        } catch (StaleVersion _) {
            throw Problem.of(
                    HttpStatus.CONFLICT, "changed-meanwhile", "The dispute changed: look again.");
        }
    }

    /**
     * One dispute.
     *
     * @param expected what the rate card says; absent while it is unknown
     */
    record DisputeView(
            String assignmentId,
            String projectId,
            String workerId,
            Status status,
            String explanation,
            Money promised,
            @Nullable Money expected,
            int rateVersion,
            Instant parkedAt) {

        static DisputeView of(Versioned<Dispute> versioned) {
            Dispute dispute = versioned.state();
            return new DisputeView(
                    versioned.id(),
                    dispute.verdict().projectId(),
                    dispute.verdict().workerId(),
                    dispute.status(),
                    dispute.explanation(),
                    dispute.verdict().terms().price(),
                    dispute.expected(),
                    dispute.verdict().terms().rateVersion(),
                    dispute.parkedAt());
        }
    }

    private static Dispute.Status status(@Nullable String name) {
        try {
            return name == null
                    ? Dispute.Status.DISPUTED
                    : Dispute.Status.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "bad-status",
                    "status: " + name + " (expected: waiting, disputed, approved or paid)");
        }
    }

    private static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "not-found", "There is no dispute about this assignment.");
    }

    private static Problem waiting(Dispute dispute) {
        return Problem.of(HttpStatus.CONFLICT, "rate-card-unknown", dispute.explanation());
    }
}
