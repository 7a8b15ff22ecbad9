package io.assay.payment.ledger;

import io.assay.events.EarningReason;
import java.time.Instant;

/**
 * What an {@link EntryKind#EARNING} entry says beside its postings.
 *
 * @param heldUntil start of the UTC day from which it may be paid out
 */
public record Earning(
        String workerId,
        String taskId,
        String assignmentId,
        EarningReason reason,
        Instant heldUntil) {}
