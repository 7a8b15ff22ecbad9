package io.assay.review.crowd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels that a crowd was learnt from, so that a service that starts need not learn it anew.
 *
 * @param tasks the oldest first
 */
record Remembered(List<Task> tasks) {

    /**
     * @param truth name of what is known to be true; null of any task but gold
     * @param workers who labelled it
     * @param named by each of them
     */
    record Task(String id, @Nullable String truth, List<String> workers, List<String> named) {}
}
