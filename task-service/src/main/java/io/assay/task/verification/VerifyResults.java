package io.assay.task.verification;

import io.assay.events.Ontology;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes tasks of a verification project out of the results of another, some of its tasks at a time.
 * The external id of such a task is the id of the task whose label it shows, so nothing is made
 * twice, however often the same tasks are gone through.
 */
final class VerifyResults {

    private static final int ORDINARY = 1_000;

    /**
     * What came of the tasks gone through.
     *
     * @param examined tasks of the verified project
     * @param created tasks to verify that are new
     * @param duplicates those that were there already
     * @param next after which to go on; null at the end
     */
    record Made(int examined, int created, int duplicates, @Nullable String next) {}

    private final MongoTasks tasks;
    private final AggregateStore<Task> store;
    private final TaskIds ids;
    private final Clock clock;

    VerifyResults(MongoTasks tasks, AggregateStore<Task> store, TaskIds ids, Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether labels of the one can be verified in the other: same tool, classes and rotation. */
    static boolean fits(Ontology verifying, Ontology verified) {
        return verifying.verifies() == verified.tool()
                && verifying.classes().equals(verified.classes())
                && Boolean.TRUE.equals(verifying.rotation())
                        == Boolean.TRUE.equals(verified.rotation());
    }

    Made make(
            Project verifying,
            Project verified,
            ResultFilter filter,
            @Nullable String after,
            int limit) {
        List<Versioned<Task>> page = tasks.page(verified.projectId(), after, limit);
        Instant now = clock.instant();
        List<Draft<Task>> drafts =
                page.stream()
                        .map(Versioned::state)
                        .flatMap(task -> toVerify(task, verifying, filter, now).stream())
                        .map(task -> new Draft<>(task.id(), task, task.creation()))
                        .toList();
        int created = store.insertAll(drafts).size();
        return new Made(
                page.size(),
                created,
                drafts.size() - created,
                page.size() < limit ? null : page.getLast().id());
    }

    private Optional<Task> toVerify(
            Task task, Project verifying, ResultFilter filter, Instant now) {
        Outcome outcome = task.outcome();
        if (task.status() != TaskStatus.LABELLED || outcome == null || !filter.takes(outcome)) {
            return Optional.empty();
        }
        TaskContent content =
                new TaskContent(
                        task.content().media(),
                        ORDINARY,
                        task.content().priority(),
                        null,
                        null,
                        false,
                        outcome.answer(),
                        List.of());
        String id = ids.of(verifying.projectId(), task.id());
        return Optional.of(Task.created(id, verifying.projectId(), task.id(), content, now));
    }
}
