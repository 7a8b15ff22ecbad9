package io.assay.assignment.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * A task that may be handed out.
 *
 * @param partition of {@code assay.tasks}, whose owner hands the task out; 0 to 32,767
 * @param gold given to any number of workers, once to each
 * @param minTier lowest tier for this task, 1 to 5
 * @param priority 0 to 9, higher first
 * @param wanted labels asked for beyond the project's own rule, 0 if none
 * @param createdAt older first
 * @param allowedWorkers who alone may take it; empty for anybody
 * @param complexityPermille in thousandths, 1 or more
 */
public record OpenTask(
        String taskId,
        String projectId,
        int partition,
        boolean gold,
        int minTier,
        int priority,
        int wanted,
        Instant createdAt,
        List<String> allowedWorkers,
        int complexityPermille) {

    private static final int ORDINARY = 1_000;

    static final int TIERS = 5;
    static final int PRIORITIES = 10;

    public OpenTask {
        allowedWorkers = List.copyOf(allowedWorkers);
        checkRange("partition", partition, 0, Short.MAX_VALUE);
        checkRange("minTier", minTier, 1, TIERS);
        checkRange("priority", priority, 0, PRIORITIES - 1);
        checkRange("wanted", wanted, 0, Integer.MAX_VALUE);
        checkRange("complexityPermille", complexityPermille, 1, Integer.MAX_VALUE);
    }

    /** An ordinary picture. */
    public OpenTask(
            String taskId,
            String projectId,
            int partition,
            boolean gold,
            int minTier,
            int priority,
            int wanted,
            Instant createdAt,
            List<String> allowedWorkers) {
        this(
                taskId,
                projectId,
                partition,
                gold,
                minTier,
                priority,
                wanted,
                createdAt,
                allowedWorkers,
                ORDINARY);
    }

    private static void checkRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + low + " to " + high + ")");
        }
    }
}
