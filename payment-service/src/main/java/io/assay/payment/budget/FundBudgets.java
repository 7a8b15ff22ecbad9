package io.assay.payment.budget;

import io.assay.messaging.Received;
import io.assay.payment.journal.LedgerMetrics;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.ledger.Bookkeeper.Booked;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.project.MongoProjects;
import io.assay.payment.project.ProjectTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the terms of projects and books their limits. */
final class FundBudgets {

    /** So many limits of a project are kept, whether they are booked or not. */
    private static final int FEW = 8;

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
        Map<String, ProjectTerms> changed = projects.keep(batch);
        Instant now = clock.instant();
        List<JournalEntry> entries =
                changed.values().stream().flatMap(p -> p.entries(now).stream()).toList();
        Booked booked = bookkeeper.record(entries);
        bookkeeper.project(booked);
        metrics.booked(booked);
        forget(changed, booked);
        budgets.touch(changed.keySet());
    }

    /** Else a project whose limit changes again and again would grow without end. */
    private void forget(Map<String, ProjectTerms> changed, Booked booked) {
        Set<String> ours =
                booked.entries().stream().map(JournalEntry::id).collect(Collectors.toSet());
        Map<String, Integer> limits = new HashMap<>();
        changed.forEach(
                (id, terms) -> {
                    boolean all =
                            terms.entries(Instant.EPOCH).stream()
                                    .allMatch(entry -> ours.contains(entry.id()));
                    if (terms.fundings().size() > FEW && all) {
                        limits.put(id, terms.limits());
                    }
                });
        if (!limits.isEmpty()) {
            projects.booked(limits);
        }
    }
}
