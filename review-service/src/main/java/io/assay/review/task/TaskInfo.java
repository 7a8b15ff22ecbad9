package io.assay.review.task;

import io.assay.events.Answer;
import io.assay.events.Media;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be labelled, as it was imported.
 *
 * @param preLabel what workers are shown to correct or to judge
 * @param workers how many alone may take it; null if anybody may, or if it was received before this
 *     was kept
 */
public record TaskInfo(
        String projectId,
        String externalId,
        TaskKind kind,
        Media media,
        @Nullable Answer preLabel,
        @Nullable Integer workers) {

    static TaskInfo of(TaskCreated event) {
        int named = Set.copyOf(event.allowedWorkers()).size();
        return new TaskInfo(
                event.projectId(),
                event.externalId(),
                event.kind(),
                event.media(),
                event.preLabel(),
                named == 0 ? null : named);
    }

    /** A worker labels a task once, so waiting for more labels than may come would never end. */
    public OverlapRule overlap(OverlapRule ofProject) {
        return workers == null ? ofProject : ofProject.atMost(workers);
    }

    public boolean gold() {
        return kind == TaskKind.GOLD;
    }
}
