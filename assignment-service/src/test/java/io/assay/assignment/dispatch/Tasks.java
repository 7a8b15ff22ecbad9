package io.assay.assignment.dispatch;

import io.assay.messaging.TestClock;
import java.time.Instant;
import java.util.List;

/** Open tasks as tests need them: ordinary, but for what is said. */
final class Tasks {

    static final Instant NOW = TestClock.NOON;

    private Tasks() {}

    static OpenTask work(String id, String project) {
        return work(id, project, 1, 0);
    }

    static OpenTask work(String id, String project, int minTier, int priority) {
        return new OpenTask(id, project, 0, false, minTier, priority, 0, NOW, List.of());
    }

    static OpenTask aged(String id, String project, int seconds) {
        return new OpenTask(id, project, 0, false, 1, 0, 0, NOW.minusSeconds(seconds), List.of());
    }

    static OpenTask gold(String id, String project) {
        return new OpenTask(id, project, 0, true, 1, 0, 0, NOW, List.of());
    }

    static OpenTask named(String id, String project, String... workers) {
        return new OpenTask(id, project, 0, false, 1, 0, 0, NOW, List.of(workers));
    }
}
