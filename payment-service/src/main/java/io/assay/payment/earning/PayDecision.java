package io.assay.payment.earning;

import io.assay.events.LabelReviewed;
import io.assay.events.Money;
import io.assay.payment.ledger.Entries;
import io.assay.payment.ledger.Entry;
import io.assay.payment.ledger.LabelRef;
import io.assay.payment.ledger.Source;
import io.assay.payment.project.PriceCheck;
import io.assay.payment.project.ProjectTerms;
import org.jspecify.annotations.Nullable;

/** What to do about a verdict. */
sealed interface PayDecision {

    /** Goes to the journal. */
    record Book(Entry entry) implements PayDecision {}

    /** Waits; {@code expected} is what the rate card says if it says otherwise. */
    record Park(Dispute.Status status, @Nullable Money expected) implements PayDecision {}

    /** Was parked from here before. */
    record StayParked() implements PayDecision {}

    /**
     * @param source where the verdict was read
     * @param project null if it is not known
     * @param dispute about this assignment, or null
     * @throws IllegalArgumentException if the verdict contradicts itself, which no retry mends
     */
    static PayDecision on(
            LabelReviewed verdict,
            Source source,
            @Nullable ProjectTerms project,
            @Nullable Dispute dispute) {
        LabelRef label =
                new LabelRef(
                        verdict.assignmentId(),
                        verdict.taskId(),
                        verdict.projectId(),
                        verdict.workerId());
        return switch (verdict.verdict()) {
            case REJECTED -> new Book(Entries.release(label, verdict.terms().price()));
            case ACCEPTED -> accepted(label, verdict, source, project, dispute);
        };
    }

    private static PayDecision accepted(
            LabelRef label,
            LabelReviewed verdict,
            Source source,
            @Nullable ProjectTerms project,
            @Nullable Dispute dispute) {
        if (dispute != null && dispute.parkedAtOrAfter(source)) {
            return new StayParked();
        }
        if (project == null) {
            return new Park(Dispute.Status.WAITING, null);
        }
        PriceCheck check =
                dispute != null && dispute.cleared()
                        ? new PriceCheck.Right()
                        : PriceCheck.of(project, verdict.terms());
        return switch (check) {
            case PriceCheck.Right _ ->
                    new Book(earning(label, accepted(verdict, dispute), project));
            case PriceCheck.CardUnknown _ -> new Park(Dispute.Status.WAITING, null);
            case PriceCheck.Wrong wrong -> new Park(Dispute.Status.DISPUTED, wrong.expected());
        };
    }

    /**
     * The acceptance to pay by. A correction of a label that waits here as accepted changes
     * nothing: nothing was released, so the label is still paid from what was promised.
     */
    static LabelReviewed accepted(LabelReviewed verdict, @Nullable Dispute dispute) {
        return verdict.corrects() != null && dispute != null && dispute.verdict().corrects() == null
                ? dispute.verdict()
                : verdict;
    }

    /** What was rejected first has given its promise back: paid then from the budget itself. */
    private static Entry earning(LabelRef label, LabelReviewed verdict, ProjectTerms project) {
        return verdict.corrects() == null
                ? Entries.earning(
                        label,
                        verdict.terms().price(),
                        verdict.reviewedAt(),
                        holdDays(verdict, project))
                : Entries.correctedEarning(
                        label,
                        verdict.terms().price(),
                        verdict.reviewedAt(),
                        holdDays(verdict, project));
    }

    /** As it was promised with the lease, whatever the project says since. */
    private static int holdDays(LabelReviewed verdict, ProjectTerms project) {
        Integer promised = verdict.terms().holdDays();
        return promised == null ? project.holdDays() : promised;
    }
}
