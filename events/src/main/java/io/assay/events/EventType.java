package io.assay.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every event type: its CloudEvents {@code type}, its record and its topic. */
public enum EventType {
    PROJECT_CHANGED(ProjectChanged.class, Topic.PROJECTS),
    TASK_CREATED(TaskCreated.class, Topic.TASKS),
    TASK_WITHDRAWN(TaskWithdrawn.class, Topic.TASKS),
    MORE_LABELS_REQUESTED(MoreLabelsRequested.class, Topic.TASKS),
    GOLD_SET(GoldSet.class, Topic.GOLD),
    GOLD_RETIRED(GoldRetired.class, Topic.GOLD),
    TASK_ASSIGNED(TaskAssigned.class, Topic.ASSIGNMENTS),
    ASSIGNMENT_RETURNED(AssignmentReturned.class, Topic.ASSIGNMENTS),
    LABEL_SUBMITTED(LabelSubmitted.class, Topic.LABELS),
    LABEL_FLAGGED(LabelFlagged.class, Topic.LABELS),
    LABEL_REVIEWED(LabelReviewed.class, Topic.REVIEWS),
    TASK_ESCALATED(TaskEscalated.class, Topic.REVIEWS),
    TASK_LABELLED(TaskLabelled.class, Topic.RESULTS),
    TASK_LABEL_SUPERSEDED(TaskLabelSuperseded.class, Topic.RESULTS),
    TASK_UNLABELABLE(TaskUnlabelable.class, Topic.RESULTS),
    WORKER_CHANGED(WorkerChanged.class, Topic.WORKERS),
    WORKER_TIER_CHANGED(WorkerTierChanged.class, Topic.SKILLS),
    EARNING_RECORDED(EarningRecorded.class, Topic.EARNINGS),
    BUDGET_CHANGED(BudgetChanged.class, Topic.BUDGETS),
    BUDGET_EXHAUSTED(BudgetExhausted.class, Topic.BUDGETS);

    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(EventType::record, t -> t));
    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(EventType::typeName, t -> t));

    private final Class<? extends Event> record;
    private final Topic topic;

    EventType(Class<? extends Event> record, Topic topic) {
        this.record = record;
        this.topic = topic;
    }

    public Class<? extends Event> record() {
        return record;
    }

    public Topic topic() {
        return topic;
    }

    /** The CloudEvents {@code type}: {@code assay.} and the record's name. */
    public String typeName() {
        return "assay." + record.getSimpleName();
    }

    public static EventType of(Event event) {
        return Objects.requireNonNull(BY_RECORD.get(event.getClass()));
    }

    /** Empty for a type that this version does not know, which a reader ignores and counts. */
    public static Optional<EventType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }
}
