package io.assay.payment.budget;

import io.assay.messaging.Received;
import io.assay.payment.journal.LedgerMetrics;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.ledger.Bookkeeper.Booked;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.Source;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Promises the price of each lease, and takes the promise back if the lease is returned. */
final class ReserveBudgets {

    private final Bookkeeper bookkeeper;
    private final Budgets budgets;
    private final LedgerMetrics metrics;
    private final Clock clock;

    ReserveBudgets(Bookkeeper bookkeeper, Budgets budgets, LedgerMetrics metrics, Clock clock) {
        this.bookkeeper = bookkeeper;
        this.budgets = budgets;
        this.metrics = metrics;
        this.clock = clock;
    }

    void handle(List<Received> batch) {
        Instant now = clock.instant();
        List<JournalEntry> entries =
                batch.stream()
                        .flatMap(
                                r ->
                                        LeaseEntries.of(r.event())
                                                .map(e -> new JournalEntry(e, source(r), now))
                                                .stream())
                        .toList();
        Booked booked = bookkeeper.record(entries);
        bookkeeper.project(booked);
        metrics.booked(booked);
        budgets.touch(entries.stream().map(e -> e.entry().projectId()).collect(Collectors.toSet()));
    }

    private static Source source(Received r) {
        return Source.of(r.topic(), r.partition(), r.offset());
    }
}
