package io.assay.task.task;

import io.assay.events.EscalationReason;
import io.assay.events.Event;
import io.assay.events.GoldSet;
import io.assay.events.TaskCreated;
import io.assay.events.TaskWithdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One picture to be labelled, with the one current result that it has.
 *
 * @param taskId see {@link TaskIds}
 * @param externalId the id the requester gave the picture
 * @param status kept beside what it follows from, so that progress is counted by an index
 * @param withdrawnFor why it is no longer wanted, if so
 * @param outcome null until review decided
 * @param inReview why a reviewer has to decide it; null if none has to
 */
public record Task(
        String taskId,
        String projectId,
        String externalId,
        TaskContent content,
        TaskStatus status,
        @Nullable String withdrawnFor,
        @Nullable Outcome outcome,
        Instant createdAt,
        @Nullable EscalationReason inReview) {

    /** In nobody's review. */
    public Task(
            String taskId,
            String projectId,
            String externalId,
            TaskContent content,
            TaskStatus status,
            @Nullable String withdrawnFor,
            @Nullable Outcome outcome,
            Instant createdAt) {
        this(
                taskId,
                projectId,
                externalId,
                content,
                status,
                withdrawnFor,
                outcome,
                createdAt,
                null);
    }

    public static Task created(
            String taskId, String projectId, String externalId, TaskContent content, Instant now) {
        TaskStatus status = content.gold() == null ? TaskStatus.PENDING : TaskStatus.GOLD;
        return new Task(taskId, projectId, externalId, content, status, null, null, now);
    }

    public String id() {
        return taskId;
    }

    /** As work. */
    public List<Event> creation() {
        return creation(false);
    }

    /**
     * The task for all, and its answer, if known, on the restricted topic only.
     *
     * @param tested whether the project has a test, for which its training gold is kept then
     */
    public List<Event> creation(boolean tested) {
        boolean reserved = tested && content.gold() != null && content.training();
        List<Event> events = new ArrayList<>();
        events.add(
                new TaskCreated(
                        id(),
                        projectId,
                        externalId,
                        content.kind(),
                        content.media(),
                        content.complexityPermille(),
                        content.priority(),
                        content.minTier(),
                        createdAt,
                        content.preLabel(),
                        content.workers(),
                        reserved ? true : null));
        if (content.gold() != null) {
            events.add(new GoldSet(id(), projectId, content.gold(), content.training(), createdAt));
        }
        return events;
    }

    /**
     * This result if it is newer than the one there is, else unchanged. A result that was decided
     * before the withdrawal arrived stands: partners have read it already, so the withdrawal came
     * too late.
     */
    public Task decided(Outcome next) {
        if (outcome != null && outcome.version() >= next.version()) {
            return this;
        }
        boolean open = content.gold() == null;
        return new Task(
                taskId,
                projectId,
                externalId,
                content,
                open ? next.status() : status,
                open ? null : withdrawnFor,
                next,
                createdAt);
    }

    /** Waits for a reviewer, unless it is decided: the two come by different topics. */
    public Task escalated(EscalationReason reason) {
        return status == TaskStatus.PENDING
                ? new Task(
                        taskId,
                        projectId,
                        externalId,
                        content,
                        status,
                        withdrawnFor,
                        outcome,
                        createdAt,
                        reason)
                : this;
    }

    /** Only what has no result yet can be withdrawn. */
    boolean mayBeWithdrawn() {
        return status == TaskStatus.PENDING || status == TaskStatus.GOLD;
    }

    Task withdrawn(String reason) {
        return new Task(
                taskId,
                projectId,
                externalId,
                content,
                TaskStatus.WITHDRAWN,
                reason,
                outcome,
                createdAt);
    }

    TaskWithdrawn withdrawal(String reason, Instant now) {
        return new TaskWithdrawn(id(), projectId, reason, now);
    }
}
