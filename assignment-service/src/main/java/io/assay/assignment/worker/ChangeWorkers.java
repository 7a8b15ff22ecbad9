package io.assay.assignment.worker;

import io.assay.events.WorkerStatus;
import io.assay.events.WorkerTierChanged;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applications, activations, suspensions, tiers from review, and what workers read and passed. */
public final class ChangeWorkers {

    /** What became of an application. */
    sealed interface Outcome {

        record Applied(Versioned<Worker> worker, boolean created) implements Outcome {}

        /** The person applied with another account. */
        record AppliedBefore() implements Outcome {}
    }

    private final MongoWorkers workers;
    private final MongoApplications applications;
    private final Persons persons;
    private final boolean autoActivate;
    private final Clock clock;

    ChangeWorkers(
            MongoWorkers workers,
            MongoApplications applications,
            Persons persons,
            boolean autoActivate,
            Clock clock) {
        this.workers = workers;
        this.applications = applications;
        this.persons = persons;
        this.autoActivate = autoActivate;
        this.clock = clock;
    }

    /**
     * Applying twice changes nothing. The person is written first: if the service stops in between,
     * applying again does the rest.
     *
     * @param phone a valid number
     */
    Outcome apply(String workerId, Application application, String phone) {
        Optional<Versioned<Worker>> before = workers.read(workerId);
        if (before.isPresent()) {
            return new Outcome.Applied(before.get(), false);
        }
        String number = ApplicationRules.number(phone).orElseThrow();
        if (!applications.keep(workerId, persons.hash(number), application)) {
            return new Outcome.AppliedBefore();
        }
        return insert(workerId);
    }

    /** Without a word about oneself, as programs apply. */
    Outcome apply(String workerId) {
        return workers.read(workerId)
                .<Outcome>map(before -> new Outcome.Applied(before, false))
                .orElseGet(() -> insert(workerId));
    }

    private Outcome insert(String workerId) {
        try {
            Worker worker = WorkerDecider.apply(autoActivate, clock.instant());
            return new Outcome.Applied(workers.insert(workerId, worker), true);
        } catch (AlreadyExists e) {
            return new Outcome.Applied(workers.read(workerId).orElseThrow(), false);
        }
    }

    /**
     * Forgets what a person said of themselves. Of who is suspended it stays known that they
     * applied, or they would apply anew.
     */
    void forget(String workerId) {
        boolean suspended =
                workers.read(workerId)
                        .filter(worker -> worker.state().status() == WorkerStatus.SUSPENDED)
                        .isPresent();
        if (suspended) {
            applications.strip(workerId);
        } else {
            applications.remove(workerId);
        }
    }

    /** Empty if there is no such worker. */
    Optional<Versioned<Worker>> move(String workerId, WorkerStatus to) {
        return workers.change(workerId, worker -> WorkerDecider.move(worker, to, clock.instant()));
    }

    /** Notes that the worker read the project's guideline; empty if there is no such worker. */
    public Optional<Worker> acknowledge(String workerId, String projectId, int version) {
        return workers.note(
                        workerId, worker -> WorkerDecider.acknowledge(worker, projectId, version))
                .map(Versioned::state);
    }

    /** Notes that the worker passed the project's test; empty if there is no such worker. */
    public Optional<Worker> qualify(String workerId, String projectId, int version) {
        return workers.note(workerId, worker -> WorkerDecider.qualify(worker, projectId, version))
                .map(Versioned::state);
    }

    void keepTiers(List<Received> batch) {
        Map<String, Received> newest = new HashMap<>();
        for (Received received : batch) {
            if (received.event() instanceof WorkerTierChanged tiers) {
                newest.merge(tiers.workerId(), received, ChangeWorkers::newer);
            }
        }
        workers.changeAll(newest.keySet(), read -> tiers(read, newest.get(read.id())));
    }

    private Change<Worker> tiers(Versioned<Worker> read, @Nullable Received received) {
        if (received == null || !(received.event() instanceof WorkerTierChanged tiers)) {
            return new Change<>(read, read.state());
        }
        long sequence = received.envelope().sequence();
        Worker next = WorkerDecider.tiers(read.state(), tiers.skills(), sequence, clock.instant());
        // how much gold somebody gets concerns no other service
        return next.tiers().equals(read.state().tiers())
                ? new Change<>(read, next)
                : new Change<>(read, next, List.of(WorkerDecider.changed(read.id(), next)));
    }

    private static Received newer(Received a, Received b) {
        return a.envelope().sequence() > b.envelope().sequence() ? a : b;
    }
}
