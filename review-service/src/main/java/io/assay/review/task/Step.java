package io.assay.review.task;

import io.assay.events.Event;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskLabelled;
import io.assay.review.gold.GoldLabel;
import io.assay.review.learning.TrainingExample;
import java.util.List;

/**
 * What becomes of a task by one or more inputs.
 *
 * @param events in the order of publication
 * @param golds labels of a gold task, to be scored and kept before the task is written
 */
public record Step(ReviewedTask next, List<Event> events, List<GoldLabel> golds) {

    public Step {
        events = List.copyOf(events);
        golds = List.copyOf(golds);
    }

    /** What it teaches of those who labelled the task. */
    public TrainingExample example() {
        GoldAnswer known = next.gold();
        return known == null
                ? new TrainingExample(
                        next.taskId(), false, null, next.labels(), decides(), next.byConsensus())
                : new TrainingExample(
                        next.taskId(),
                        true,
                        known.trusted() ? known.answer() : null,
                        golds.stream().filter(GoldLabel::measures).map(GoldLabel::label).toList(),
                        decides(),
                        null);
    }

    private boolean decides() {
        return events.stream()
                .anyMatch(event -> event instanceof TaskLabelled || event instanceof TaskEscalated);
    }
}
