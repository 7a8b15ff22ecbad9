package io.assay.review.task;

import io.assay.events.Media;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;

/** What is to be labelled, as its import told. */
public record TaskInfo(String projectId, String externalId, TaskKind kind, Media media) {

    static TaskInfo of(TaskCreated event) {
        return new TaskInfo(event.projectId(), event.externalId(), event.kind(), event.media());
    }

    boolean gold() {
        return kind == TaskKind.GOLD;
    }
}
