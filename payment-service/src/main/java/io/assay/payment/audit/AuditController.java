package io.assay.payment.audit;

import io.assay.messaging.Versioned;
import io.assay.payment.ledger.Difference;
import io.assay.web.Caller;
import io.assay.web.ETags;
import io.assay.web.IdempotencyKey;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Audits of the ledger, for finance. */
@RestController
@RequestMapping("/v1/ledger/audits")
@PreAuthorize("hasRole('FINANCE')")
@Tag(name = "Ledger")
class AuditController {

    private final Audits audits;

    AuditController(Audits audits) {
        this.audits = audits;
    }

    @PostMapping
    @Operation(
            summary = "Recomputes every balance from the journal and compares",
            description = "Answers 202 at once; look at Location until status is done.")
    ResponseEntity<AuditView> start(Caller caller, IdempotencyKey key) {
        Versioned<Audit> audit = audits.start(key.idFor(caller, "audit"), caller.id());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/ledger/audits/" + audit.id()))
                .eTag(ETags.of(audit.version()))
                .body(AuditView.of(audit));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Tells what an audit found",
            description = "404 if there is no such audit.")
    ResponseEntity<AuditView> audit(@PathVariable String id) {
        Versioned<Audit> audit = find(id);
        return ResponseEntity.ok().eTag(ETags.of(audit.version())).body(AuditView.of(audit));
    }

    @PostMapping("/{id}/repair")
    @Operation(
            summary = "Sets balances that drifted to what the journal says",
            description =
                    "Those that the audit lists. The journal itself is never changed. 409 while the"
                            + " audit is running. Repeats do no harm.")
    RepairView repair(@PathVariable String id) {
        Audit audit = find(id).state();
        if (audit.status() == Audit.Status.RUNNING) {
            throw Problem.of(HttpStatus.CONFLICT, "audit-running", "The audit is not done yet.");
        }
        return new RepairView(audits.repair(audit));
    }

    private Versioned<Audit> find(String id) {
        return audits.find(id)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        HttpStatus.NOT_FOUND,
                                        "not-found",
                                        "There is no such audit."));
    }

    /**
     * @param repaired balances that were changed
     */
    record RepairView(int repaired) {}

    /** An audit; the fields of {@link Audit} with its id. */
    record AuditView(
            String id,
            Audit.Status status,
            String startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long entries,
            long balances,
            long differenceCount,
            List<Difference> differences,
            List<String> broken,
            @Nullable String failure) {

        static AuditView of(Versioned<Audit> versioned) {
            Audit audit = versioned.state();
            return new AuditView(
                    versioned.id(),
                    audit.status(),
                    audit.startedBy(),
                    audit.startedAt(),
                    audit.finishedAt(),
                    audit.entries(),
                    audit.balances(),
                    audit.differenceCount(),
                    audit.differences(),
                    audit.broken(),
                    audit.failure());
        }
    }
}
