package io.assay.task.result;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.ResultProvenance;
import io.assay.task.task.Outcome;
import io.assay.task.task.Task;
import io.assay.task.task.TaskStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an export; there is one for every task of the project.
 *
 * @param ref {@code picture:SHA256} or the URL
 * @param status {@code labelled}, {@code unlabelable}, {@code pending}, {@code withdrawn}, or
 *     {@code gold}, which all but the owner read as {@code pending}
 * @param answer of the current result, or the known one of gold
 * @param reason why it is unlabelable or was withdrawn
 * @param confidence 0 to 1
 * @param labels how many the answer rests on
 * @param version of the result, from 1
 * @param provenance what the result rests on: labels, reviews and method
 */
record ResultRow(
        String taskId,
        String externalId,
        String ref,
        TaskStatus status,
        @Nullable Answer answer,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable Integer labels,
        @Nullable Decider decidedBy,
        @Nullable Integer guidelineVersion,
        @Nullable Integer version,
        @Nullable Instant decidedAt,
        @Nullable ResultProvenance provenance) {

    static ResultRow of(Task task, boolean owner) {
        TaskStatus status = task.status().seenBy(owner);
        return switch (status) {
            case GOLD -> bare(task, status, task.content().gold(), null);
            case PENDING -> bare(task, status, null, null);
            case WITHDRAWN -> bare(task, status, null, task.withdrawnFor());
            case LABELLED, UNLABELABLE -> decided(task, status, task.outcome());
        };
    }

    private static ResultRow bare(
            Task task, TaskStatus status, @Nullable Answer answer, @Nullable String reason) {
        return new ResultRow(
                task.id(),
                task.externalId(),
                task.content().media().ref(),
                status,
                answer,
                reason,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ResultRow decided(Task task, TaskStatus status, @Nullable Outcome outcome) {
        if (outcome == null) {
            throw new IllegalStateException("task: " + task.id() + " is decided without a result");
        }
        return new ResultRow(
                task.id(),
                task.externalId(),
                task.content().media().ref(),
                status,
                outcome.answer(),
                outcome.reason(),
                outcome.confidence(),
                outcome.labels(),
                outcome.decidedBy(),
                outcome.guidelineVersion(),
                outcome.version(),
                outcome.decidedAt(),
                outcome.provenance());
    }
}
