package io.assay.task.gold;

import io.assay.events.Answer;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import io.assay.task.project.Project;
import io.assay.task.task.MongoTasks;
import io.assay.task.task.Outcome;
import io.assay.task.task.Task;
import io.assay.task.task.TaskContent;
import io.assay.task.task.TaskIds;
import io.assay.task.task.TaskStatus;
import io.assay.web.Paged;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proposes results that are sure as gold. An approved one becomes a gold task of its own, whose
 * external id names the task that it comes from: so it is made once, however often it is approved,
 * and the task itself stays what it is.
 */
final class ProposeGold {

    static final String PREFIX = "gold-of-";

    /** Fewer labels may all have made the same mistake. */
    static final int MIN_LABELS = 3;

    /**
     * A result that may become gold.
     *
     * @param confidence 0 to 1
     * @param labels that it rests on
     */
    record Proposal(
            String taskId, String externalId, Answer answer, double confidence, int labels) {}

    /**
     * @param examined tasks gone through
     * @param next cursor of the next piece; null at the end
     */
    record Found(int examined, List<Proposal> items, @Nullable String next)
            implements Paged<Found> {

        @Override
        public Found withNext(String cursor) {
            return new Found(examined, items, cursor);
        }
    }

    /** A requester does not want it. */
    record Declined(String projectId, Instant at) {}

    private final MongoTasks tasks;
    private final AggregateStore<Task> store;
    private final AggregateStore<Declined> declined;
    private final TaskIds ids;
    private final Clock clock;

    ProposeGold(
            MongoTasks tasks,
            AggregateStore<Task> store,
            AggregateStore<Declined> declined,
            TaskIds ids,
            Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.ids = ids;
        this.declined = declined;
        this.clock = clock;
    }

    /** Goes through so many tasks in order of id. */
    Found find(String projectId, double least, @Nullable String after, int limit) {
        List<Versioned<Task>> page = tasks.page(projectId, after, limit);
        List<Proposal> all =
                page.stream().flatMap(task -> proposal(task.state(), least).stream()).toList();
        Set<String> decided = decided(projectId, all);
        return new Found(
                page.size(),
                all.stream().filter(one -> !decided.contains(one.taskId())).toList(),
                page.size() < limit ? null : page.getLast().id());
    }

    /** Empty if the task is not one of the project's, or its result not one to propose. */
    Optional<Task> approve(Project project, String taskId, boolean training) {
        boolean tested = project.spec().tierRule().qualification() != null;
        return proposed(project.projectId(), taskId).map(task -> approved(task, training, tested));
    }

    /** Empty as in {@link #approve}. Declining twice changes nothing. */
    Optional<Task> decline(String projectId, String taskId) {
        Optional<Task> task = proposed(projectId, taskId);
        if (task.isPresent()) {
            declined.insertAll(
                    List.of(
                            new Draft<>(
                                    taskId, new Declined(projectId, clock.instant()), List.of())));
        }
        return task;
    }

    private Optional<Task> proposed(String projectId, String taskId) {
        return store.find(taskId)
                .map(Versioned::state)
                .filter(task -> task.projectId().equals(projectId))
                .filter(task -> proposal(task, 0).isPresent());
    }

    private Task approved(Task from, boolean training, boolean tested) {
        TaskContent content = from.content();
        Outcome outcome = from.outcome();
        TaskContent gold =
                new TaskContent(
                        content.media(),
                        content.complexityPermille(),
                        content.priority(),
                        content.minTier(),
                        outcome == null ? null : outcome.answer(),
                        training,
                        content.preLabel(),
                        content.workers());
        String id = goldId(from.projectId(), from.id());
        Task task = Task.created(id, from.projectId(), PREFIX + from.id(), gold, clock.instant());
        store.insertAll(List.of(new Draft<>(task.id(), task, task.creation(tested))));
        return store.find(task.id()).map(Versioned::state).orElse(task);
    }

    private Set<String> decided(String projectId, List<Proposal> proposals) {
        Set<String> ids = proposals.stream().map(Proposal::taskId).collect(Collectors.toSet());
        Map<String, String> golds =
                ids.stream().collect(Collectors.toMap(id -> goldId(projectId, id), id -> id));
        Set<String> decided = new HashSet<>(declined.findAll(ids).keySet());
        store.findAll(golds.keySet())
                .keySet()
                .forEach(gold -> decided.add(golds.getOrDefault(gold, "")));
        return decided;
    }

    private String goldId(String projectId, String taskId) {
        return ids.of(projectId, PREFIX + taskId);
    }

    private static Optional<Proposal> proposal(Task task, double least) {
        Outcome outcome = task.outcome();
        if (task.status() != TaskStatus.LABELLED || outcome == null) {
            return Optional.empty();
        }
        Answer answer = outcome.answer();
        double confidence = outcome.confidence() == null ? 0 : outcome.confidence();
        int labels = outcome.labels() == null ? 0 : outcome.labels();
        return answer != null && confidence >= least && labels >= MIN_LABELS
                ? Optional.of(
                        new Proposal(task.id(), task.externalId(), answer, confidence, labels))
                : Optional.empty();
    }
}
