package io.assay.events;

import java.time.Instant;

/** What partners read on {@code assay.results}: the current outcome of one task. */
public sealed interface Result extends Event
        permits TaskLabelled, TaskLabelSuperseded, TaskUnlabelable {

    String taskId();

    String projectId();

    /** The id the requester gave the picture on import. */
    String externalId();

    /** 1 for the first result of a task, then counted up by each that replaces it. */
    int version();

    Instant decidedAt();

    @Override
    default String key() {
        return taskId();
    }
}
