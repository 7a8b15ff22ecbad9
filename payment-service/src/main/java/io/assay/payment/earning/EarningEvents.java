package io.assay.payment.earning;

import io.assay.events.EarningRecorded;
import io.assay.messaging.Outgoing;
import io.assay.payment.ledger.Earning;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The events of earnings. */
final class EarningEvents {

    private EarningEvents() {}

    /**
     * Every earning that came from one of these verdicts, with the same id and content however
     * often it is published; those that a verdict only repeats were published before.
     */
    static List<Outgoing> of(List<JournalEntry> entries, List<PayReviewedLabels.Reviewed> reviews) {
        Map<Source, PayReviewedLabels.Reviewed> bySource = new HashMap<>();
        reviews.forEach(r -> bySource.put(r.source(), r));
        return entries.stream()
                .filter(e -> e.entry().earning() != null && bySource.containsKey(e.source()))
                .flatMap(e -> Stream.ofNullable(bySource.get(e.source())).map(r -> outgoing(e, r)))
                .toList();
    }

    private static Outgoing outgoing(JournalEntry entry, PayReviewedLabels.Reviewed review) {
        return new Outgoing(
                entry.id(), 0, event(entry), review.received().envelope().traceparent());
    }

    private static EarningRecorded event(JournalEntry journalEntry) {
        Earning earning = Objects.requireNonNull(journalEntry.entry().earning());
        return new EarningRecorded(
                journalEntry.id(),
                earning.workerId(),
                journalEntry.entry().projectId(),
                earning.taskId(),
                earning.assignmentId(),
                earning.reason(),
                journalEntry.entry().amount(),
                earning.heldUntil(),
                journalEntry.recordedAt());
    }
}
