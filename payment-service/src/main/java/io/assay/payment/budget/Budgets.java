package io.assay.payment.budget;

import io.assay.events.BudgetExhausted;
import io.assay.events.Event;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import io.assay.payment.journal.MongoBalances;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.PartialBalance;
import io.assay.payment.project.MongoProjects;
import io.assay.payment.project.ProjectTerms;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was last published of each project's budget. A batch only notes which projects it touched;
 * {@link #flush()} then publishes the newest state, so a project is published at most once per
 * flush however much is booked. What a crash makes it forget, {@link #touchAll()} brings back.
 */
public final class Budgets {

    private static final int CHUNK = 100;

    private final AggregateStore<Budget> store;
    private final MongoProjects projects;
    private final MongoBalances balances;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Set<String> touched = ConcurrentHashMap.newKeySet();

    Budgets(
            AggregateStore<Budget> store,
            MongoProjects projects,
            MongoBalances balances,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.projects = projects;
        this.balances = balances;
        this.meters = meters;
        this.clock = clock;
    }

    Optional<Versioned<Budget>> find(String projectId) {
        return store.find(projectId);
    }

    /** Notes that the accounts of these projects moved. */
    public void touch(Collection<String> projectIds) {
        touched.addAll(projectIds);
    }

    /** Notes all projects: a crash may have come between a booking and its event. */
    void touchAll() {
        touched.addAll(projects.ids());
    }

    /** Publishes what changed of the projects noted so far. */
    void flush() {
        List<String> due = List.copyOf(touched);
        for (int from = 0; from < due.size(); from += CHUNK) {
            flushChunk(Set.copyOf(due.subList(from, Math.min(due.size(), from + CHUNK))));
        }
    }

    private void flushChunk(Set<String> projectIds) {
        // Forgotten first: what is booked from here on is noted anew.
        touched.removeAll(projectIds);
        try {
            touched.addAll(publish(projectIds));
        } catch (RuntimeException e) {
            touched.addAll(projectIds);
            throw e;
        }
    }

    /** Returns those that another instance published meanwhile. */
    private Set<String> publish(Set<String> projectIds) {
        // Versions before accounts: if this write wins, it has seen what the one before it saw.
        Map<String, Versioned<Budget>> published = store.findAll(projectIds);
        Map<String, ProjectTerms> known = projects.findAll(projectIds);
        Map<String, Map<AccountId, Long>> accounts = accounts(known);
        Instant now = clock.instant();
        List<Draft<Budget>> drafts = new ArrayList<>();
        List<Change<Budget>> changes = new ArrayList<>();
        known.forEach(
                (id, project) -> {
                    Versioned<Budget> before = published.get(id);
                    Budget after = budget(project, accounts.getOrDefault(id, Map.of()));
                    List<Event> events =
                            after.eventsSince(before == null ? null : before.state(), now);
                    if (before == null) {
                        drafts.add(new Draft<>(id, after, events));
                    } else if (!events.isEmpty()) {
                        changes.add(new Change<>(before, after, events));
                    }
                });
        return write(drafts, changes);
    }

    private Set<String> write(List<Draft<Budget>> drafts, List<Change<Budget>> changes) {
        Set<String> lost = store.write(drafts, changes);
        drafts.stream().filter(d -> !lost.contains(d.id())).forEach(d -> count(d.events()));
        changes.stream().filter(c -> !lost.contains(c.read().id())).forEach(c -> count(c.events()));
        return lost;
    }

    private void count(List<? extends Event> events) {
        if (events.stream().anyMatch(BudgetExhausted.class::isInstance)) {
            meters.counter("assay.budgets.exhausted").increment();
        }
    }

    private static Budget budget(ProjectTerms project, Map<AccountId, Long> accounts) {
        return Budget.of(
                project.projectId(), project.requesterId(), project.limit().currency(), accounts);
    }

    /** Balances in the project's currency, by project and account. */
    private Map<String, Map<AccountId, Long>> accounts(Map<String, ProjectTerms> known) {
        Map<String, Map<AccountId, Long>> accounts = new HashMap<>();
        known.forEach((id, _) -> accounts.put(id, new HashMap<>()));
        List<String> owners = known.keySet().stream().map(AccountId::ownerProject).toList();
        for (PartialBalance part : balances.ofOwners(owners)) {
            AccountId account = part.key().account();
            ProjectTerms project = known.get(account.owner().substring("project:".length()));
            if (project != null && project.limit().currency().equals(part.key().currency())) {
                accounts.computeIfAbsent(project.projectId(), _ -> new HashMap<>())
                        .merge(account, part.minor(), Math::addExact);
            }
        }
        return accounts;
    }
}
