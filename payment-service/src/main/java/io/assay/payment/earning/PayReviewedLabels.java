package io.assay.payment.earning;

import io.assay.events.LabelReviewed;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.Received;
import io.assay.messaging.Versioned;
import io.assay.payment.budget.Budgets;
import io.assay.payment.journal.LedgerMetrics;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.ledger.Bookkeeper.Booked;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.Source;
import io.assay.payment.project.MongoProjects;
import io.assay.payment.project.ProjectTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns verdicts into entries: an earning for an accepted label, a release for a rejected one. In
 * this order, so that it may stop anywhere and be done again: park, journal, publish, balances,
 * settle.
 */
final class PayReviewedLabels {

    private final MongoProjects projects;
    private final MongoDisputes disputes;
    private final Bookkeeper bookkeeper;
    private final EventPublisher publisher;
    private final Budgets budgets;
    private final LedgerMetrics metrics;
    private final Clock clock;

    PayReviewedLabels(
            MongoProjects projects,
            MongoDisputes disputes,
            Bookkeeper bookkeeper,
            EventPublisher publisher,
            Budgets budgets,
            LedgerMetrics metrics,
            Clock clock) {
        this.projects = projects;
        this.disputes = disputes;
        this.bookkeeper = bookkeeper;
        this.publisher = publisher;
        this.budgets = budgets;
        this.metrics = metrics;
        this.clock = clock;
    }

    void handle(List<Received> batch) {
        List<Reviewed> reviews = batch.stream().flatMap(r -> Reviewed.of(r).stream()).toList();
        if (reviews.isEmpty()) {
            return;
        }
        Decided decided = decide(reviews);
        while (!disputes.put(decided.parked(), decided.disputes())) {
            decided = decide(reviews);
        }
        Booked booked = bookkeeper.record(decided.entries());
        publisher.publish(EarningEvents.of(booked.entries(), reviews));
        bookkeeper.project(booked);
        settle(decided);
        budgets.touch(
                reviews.stream().map(r -> r.verdict().projectId()).collect(Collectors.toSet()));
        metrics.booked(booked);
    }

    /**
     * @param parked by assignment, to be stored before balances move past them
     * @param disputes that there were when this was decided
     */
    private record Decided(
            List<JournalEntry> entries,
            Map<String, Dispute> parked,
            Map<String, Versioned<Dispute>> disputes) {}

    private Decided decide(List<Reviewed> reviews) {
        Instant now = clock.instant();
        Map<String, ProjectTerms> terms =
                projects.findAll(reviews.stream().map(r -> r.verdict().projectId()).toList());
        Map<String, Versioned<Dispute>> open =
                disputes.findAll(reviews.stream().map(Reviewed::assignmentId).distinct().toList());
        List<JournalEntry> entries = new ArrayList<>();
        Map<String, Dispute> parked = new HashMap<>();
        for (Reviewed review : reviews) {
            Dispute dispute = state(open.get(review.assignmentId()));
            ProjectTerms project = terms.get(review.verdict().projectId());
            switch (PayDecision.on(review.verdict(), review.source(), project, dispute)) {
                case PayDecision.Book book ->
                        entries.add(new JournalEntry(book.entry(), review.source(), now));
                case PayDecision.Park park ->
                        parked.put(review.assignmentId(), review.dispute(park, dispute, now));
                case PayDecision.StayParked _ -> {}
            }
        }
        return new Decided(entries, parked, open);
    }

    /** What a crash leaves here is settled when the verdict is published once more. */
    private void settle(Decided decided) {
        Set<String> booked =
                decided.entries().stream()
                        .flatMap(entry -> Stream.ofNullable(entry.entry().earning()))
                        .map(earning -> earning.assignmentId())
                        .collect(Collectors.toSet());
        Collection<Versioned<Dispute>> open =
                decided.disputes().entrySet().stream()
                        .filter(dispute -> booked.contains(dispute.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        while (!open.isEmpty()) {
            Map<Versioned<Dispute>, Dispute> paid = new HashMap<>();
            open.stream()
                    .filter(dispute -> dispute.state().status() != Dispute.Status.PAID)
                    .forEach(dispute -> paid.put(dispute, dispute.state().paid()));
            // changed meanwhile: somebody noted that it was published again
            open = disputes.findAll(disputes.updateAll(paid)).values();
        }
    }

    private static @Nullable Dispute state(@Nullable Versioned<Dispute> dispute) {
        return dispute == null ? null : dispute.state();
    }

    /** A verdict on work, and where it was read. */
    record Reviewed(LabelReviewed verdict, Source source, Received received) {

        static List<Reviewed> of(Received r) {
            return r.event() instanceof LabelReviewed verdict && verdict.terms().trial() == null
                    ? List.of(
                            new Reviewed(
                                    verdict, Source.of(r.topic(), r.partition(), r.offset()), r))
                    : List.of();
        }

        String assignmentId() {
            return verdict.assignmentId();
        }

        Dispute dispute(PayDecision.Park park, @Nullable Dispute before, Instant now) {
            if (before != null && !verdict.equals(PayDecision.accepted(verdict, before))) {
                return before.parkedAgain(park.status(), source, park.expected());
            }
            return new Dispute(
                    park.status(),
                    verdict,
                    received.envelope().id(),
                    received.envelope().sequence(),
                    received.envelope().traceparent(),
                    source,
                    park.expected(),
                    before == null ? now : before.parkedAt(),
                    before == null ? null : before.retriedAt());
        }
    }
}
