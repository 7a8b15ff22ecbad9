package io.assay.review.task;

import io.assay.events.Answer;
import io.assay.events.Media;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * What is to be labelled, as its import told.
 *
 * @param preLabel what workers are shown to correct or to judge
 */
public record TaskInfo(
        String projectId,
        String externalId,
        TaskKind kind,
        Media media,
        @Nullable Answer preLabel) {

    static TaskInfo of(TaskCreated event) {
        return new TaskInfo(
                event.projectId(),
                event.externalId(),
                event.kind(),
                event.media(),
                event.preLabel());
    }

    boolean gold() {
        return kind == TaskKind.GOLD;
    }
}
