package io.assay.messaging;

import java.util.function.Supplier;

/** The aggregate was changed since it was read: read again and decide again. */
public final class StaleVersion extends RuntimeException {

    /** Of any number of writers at once one gets through, so that this many are never needed. */
    private static final int MAX_ATTEMPTS = 100;

    public StaleVersion(String collection, String id) {
        super(collection + ": " + id + " was changed in the meantime");
    }

    /**
     * Reads, decides and writes, again as often as another writer was faster.
     *
     * @param attempt all of it; throws this, or {@link AlreadyExists}, if another was faster
     * @throws StaleVersion if another was faster {@value #MAX_ATTEMPTS} times
     */
    public static <T> T retry(Supplier<T> attempt) {
        for (int left = MAX_ATTEMPTS - 1; left > 0; left--) {
            try {
                return attempt.get();
            } catch (StaleVersion | AlreadyExists _) {
                // decide anew
            }
        }
        return attempt.get();
    }
}
