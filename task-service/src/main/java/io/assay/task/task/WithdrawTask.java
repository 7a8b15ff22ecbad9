package io.assay.task.task;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes a task back that has no result yet. */
final class WithdrawTask {

    /** What came of a request. */
    sealed interface Outcome {

        /** Withdrawn, now or before. */
        record Done(Task task) implements Outcome {}

        record HasResult(TaskStatus status) implements Outcome {}

        /** A result came in between. */
        record Changed() implements Outcome {}
    }

    private final AggregateStore<Task> store;
    private final Clock clock;

    WithdrawTask(AggregateStore<Task> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Outcome withdraw(Versioned<Task> read, String reason) {
        Task task = read.state();
        if (task.status() == TaskStatus.WITHDRAWN) {
            return new Outcome.Done(task);
        }
        return task.mayBeWithdrawn()
                ? write(read, task.withdrawn(reason), reason)
                : new Outcome.HasResult(task.status());
    }

    private Outcome write(Versioned<Task> read, Task next, String reason) {
        Instant now = clock.instant();
        try {
            store.update(read, next, List.of(next.withdrawal(reason, now)));
            return new Outcome.Done(next);
        } catch (StaleVersion e) {
            return new Outcome.Changed();
        }
    }
}
