package io.assay.review.task;

import io.assay.events.Event;
import io.assay.review.gold.GoldLabel;
import java.util.List;

/**
 * What becomes of a task by one or more inputs.
 *
 * @param events in the order to be told
 * @param golds labels of a gold task, to be scored and kept before the task is written
 */
public record Step(ReviewedTask next, List<Event> events, List<GoldLabel> golds) {

    public Step {
        events = List.copyOf(events);
        golds = List.copyOf(golds);
    }
}
