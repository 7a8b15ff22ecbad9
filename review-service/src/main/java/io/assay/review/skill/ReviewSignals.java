package io.assay.review.skill;

import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is conspicuous about workers, for a reviewer to look at. */
class ReviewSignals {
    private final MongoSkills skills;
    private final Clock clock;

    ReviewSignals(MongoSkills skills, Clock clock) {
        this.skills = skills;
        this.clock = clock;
    }

    /** Those who wait for a reviewer, by id; one more than the limit if there are more. */
    List<WorkerSkills> waiting(String after, int limit) {
        return skills.alarmed(after, limit + 1);
    }

    /** A reviewer found nothing to act on. Empty if nothing waits, or the worker is not known. */
    Optional<WorkerSkills> clear(String workerId) {
        while (true) {
            Optional<Versioned<WorkerSkills>> read = skills.find(workerId);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            WorkerSkills worker = read.get().state();
            Alarm alarm = worker.alarm();
            if (alarm == null) {
                return Optional.empty();
            }
            if (alarm.clearedAt() != null) {
                return Optional.of(worker);
            }
            WorkerSkills next = worker.cleared(clock.instant());
            Set<String> stale = skills.write(List.of(), List.of(new Change<>(read.get(), next)));
            if (stale.isEmpty()) {
                return Optional.of(next);
            }
        }
    }
}
