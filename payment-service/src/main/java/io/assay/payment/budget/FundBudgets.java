package io.assay.payment.budget;

import io.assay.events.ProjectChanged;
import io.assay.messaging.Received;
import io.assay.payment.journal.LedgerMetrics;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.ledger.Bookkeeper.Booked;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.project.MongoProjects;
import io.assay.payment.project.ProjectTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Keeps the terms of projects and books their limits. */
final class FundBudgets {

    private final MongoProjects projects;
    private final Bookkeeper bookkeeper;
    private final Budgets budgets;
    private final LedgerMetrics metrics;
    private final Clock clock;

    FundBudgets(
            MongoProjects projects,
            Bookkeeper bookkeeper,
            Budgets budgets,
            LedgerMetrics metrics,
            Clock clock) {
        this.projects = projects;
        this.bookkeeper = bookkeeper;
        this.budgets = budgets;
        this.metrics = metrics;
        this.clock = clock;
    }

    void handle(List<Received> batch) {
        List<Received> changes =
                batch.stream().filter(r -> r.event() instanceof ProjectChanged).toList();
        Map<String, ProjectTerms> changed = projects.apply(changes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<JournalEntry> entries =
                changed.values().stream().flatMap(p -> p.entries(now).stream()).toList();
        Booked booked = bookkeeper.record(entries);
        bookkeeper.project(booked);
        metrics.booked(booked);
        budgets.touch(changed.keySet());
    }
}
