package io.assay.assignment.worker;

import io.assay.events.WorkerStatus;
import io.assay.events.WorkerTierChanged;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.Change;
import io.assay.messaging.Received;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Applications, activations, suspensions, tiers from review, and what workers read and passed. */
public final class ChangeWorkers {

    /** What became of an application. */
    record Applied(Versioned<Worker> worker, boolean created) {}

    private final MongoWorkers workers;
    private final boolean autoActivate;
    private final Clock clock;

    ChangeWorkers(MongoWorkers workers, boolean autoActivate, Clock clock) {
        this.workers = workers;
        this.autoActivate = autoActivate;
        this.clock = clock;
    }

    /** Applying twice changes nothing. */
    Applied apply(String workerId) {
        try {
            Worker worker = WorkerDecider.apply(autoActivate, now());
            return new Applied(workers.insert(workerId, worker), true);
        } catch (AlreadyExists e) {
            return new Applied(workers.read(workerId).orElseThrow(), false);
        }
    }

    /** Empty if there is no such worker. */
    Optional<Versioned<Worker>> move(String workerId, WorkerStatus to) {
        while (true) {
            Optional<Versioned<Worker>> read = workers.read(workerId);
            if (read.isEmpty()) {
                return read;
            }
            Worker next = WorkerDecider.move(read.get().state(), to, now());
            if (next.equals(read.get().state())) {
                return read;
            }
            try {
                return Optional.of(workers.update(read.get(), next));
            } catch (StaleVersion e) {
                // changed meanwhile: decide anew
            }
        }
    }

    /** Notes that the worker read the project's guideline; empty if there is no such worker. */
    public Optional<Worker> acknowledge(String workerId, String projectId, int version) {
        return note(workerId, worker -> WorkerDecider.acknowledge(worker, projectId, version));
    }

    /** Notes that the worker passed the project's test; empty if there is no such worker. */
    public Optional<Worker> qualify(String workerId, String projectId, int version) {
        return note(workerId, worker -> WorkerDecider.qualify(worker, projectId, version));
    }

    private Optional<Worker> note(String workerId, UnaryOperator<Worker> change) {
        while (true) {
            Optional<Versioned<Worker>> read = workers.read(workerId);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            Worker next = change.apply(read.get().state());
            if (next.equals(read.get().state())) {
                return Optional.of(next);
            }
            try {
                return Optional.of(workers.note(read.get(), next).state());
            } catch (StaleVersion e) {
                // changed meanwhile: decide anew
            }
        }
    }

    /** Throws {@link StaleVersion} if a worker was changed meanwhile: the batch is repeated. */
    void keepTiers(List<Received> batch) {
        Map<String, Received> newest = new HashMap<>();
        for (Received received : batch) {
            if (received.event() instanceof WorkerTierChanged tiers) {
                newest.merge(tiers.workerId(), received, ChangeWorkers::newer);
            }
        }
        List<Change<Worker>> changes = new ArrayList<>();
        workers.readAll(newest.keySet())
                .forEach((id, read) -> addChange(read, newest.get(id), changes));
        for (String stale : workers.updateAll(changes)) {
            throw new StaleVersion("workers", stale);
        }
    }

    private void addChange(
            Versioned<Worker> read, @Nullable Received received, List<Change<Worker>> changes) {
        if (received == null || !(received.event() instanceof WorkerTierChanged tiers)) {
            return;
        }
        long sequence = received.envelope().sequence();
        Worker next = WorkerDecider.tiers(read.state(), tiers.skills(), sequence, now());
        if (!next.equals(read.state())) {
            // how much gold somebody gets concerns no other service
            boolean news = !next.tiers().equals(read.state().tiers());
            changes.add(
                    new Change<>(
                            read,
                            next,
                            news ? List.of(WorkerDecider.changed(read.id(), next)) : List.of()));
        }
    }

    private static Received newer(Received a, Received b) {
        return a.envelope().sequence() > b.envelope().sequence() ? a : b;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
