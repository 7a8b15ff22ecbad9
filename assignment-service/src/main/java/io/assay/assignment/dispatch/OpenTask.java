package io.assay.assignment.dispatch;

/**
 * A task that may be handed out. Tasks are opened oldest first; that is their order of age.
 *
 * @param partition of {@code assay.tasks}, whose owner hands the task out
 * @param gold given to any number of workers, once to each
 * @param minTier lowest tier for this task, 1 to 5
 * @param priority 0 to 9, higher first
 * @param wanted labels asked for beyond the project's own rule, 0 if none
 */
public record OpenTask(
        String taskId,
        String projectId,
        int partition,
        boolean gold,
        int minTier,
        int priority,
        int wanted) {

    public OpenTask {
        checkRange("minTier", minTier, 1, Bucket.TIERS);
        checkRange("priority", priority, 0, Bucket.PRIORITIES - 1);
        checkRange("wanted", wanted, 0, Integer.MAX_VALUE);
    }

    private static void checkRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + low + " to " + high + ")");
        }
    }
}
