package io.assay.review.learning;

import io.assay.events.Tool;
import io.assay.truth.consensus.DrawingTallies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model learned from, so that a service that starts need not learn it anew.
 *
 * @param tasks and their labels, the oldest first; none of what is drawn
 * @param drawings sums of what is drawn; null of anything else
 */
record ModelSnapshot(List<Task> tasks, @Nullable Drawings drawings) {
    static final ModelSnapshot NOTHING = new ModelSnapshot(List.of(), null);

    /**
     * @param truth names of what is known to be true; null of any task but gold
     * @param workers who labelled it
     * @param named by each of them: a class, or any number of tags
     * @param result that consensus decided, in the same words; null if there is none
     */
    record Task(
            String id,
            @Nullable List<String> truth,
            List<String> workers,
            List<List<String>> named,
            @Nullable List<String> result) {}

    /** How everybody draws with a tool. */
    record Drawings(Tool tool, DrawingTallies.Sums sums) {}
}
