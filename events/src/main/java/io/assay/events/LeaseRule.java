package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * How work is handed out.
 *
 * @param batchSize most assignments in one lease, 1 to 100
 * @param seconds how long a worker has for an assignment, 10 to 86,400
 * @param extensions how many times more the worker may have that long, 0 to 10; 2 if absent
 */
public record LeaseRule(int batchSize, int seconds, @Nullable Integer extensions) {

    private static final int EXTENSIONS = 2;

    public LeaseRule(int batchSize, int seconds) {
        this(batchSize, seconds, null);
    }

    /** How long a worker can have an assignment, with all extensions. */
    public long mostSeconds() {
        return seconds * (1L + (extensions == null ? EXTENSIONS : extensions));
    }
}
