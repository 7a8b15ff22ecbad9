package io.assay.task.importing;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Draft;
import io.assay.messaging.EventTooLarge;
import io.assay.messaging.Versioned;
import io.assay.task.picture.MongoPictures;
import io.assay.task.picture.Picture;
import io.assay.task.project.Project;
import io.assay.task.task.Task;
import io.assay.task.task.TaskIds;
import io.assay.web.SignedPictures;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Makes tasks of rows, many in one write. A task's id follows from its external id ({@link
 * TaskIds}), so a row that comes again finds its task: no error if it is equal, an error if it does
 * not.
 */
final class InsertRows {

    private record Planned(long row, Task task) {}

    private final AggregateStore<Task> tasks;
    private final MongoPictures pictures;
    private final MongoNamedWorkers named;
    private final TaskIds ids;
    private final Clock clock;

    InsertRows(
            AggregateStore<Task> tasks,
            MongoPictures pictures,
            MongoNamedWorkers named,
            TaskIds ids,
            Clock clock) {
        this.tasks = tasks;
        this.pictures = pictures;
        this.named = named;
        this.ids = ids;
        this.clock = clock;
    }

    /** Waits while the events of too many tasks are not published yet. */
    BatchOutcome insert(Project project, List<NumberedRow> rows) {
        tasks.awaitRoom();
        Tally tally = new Tally();
        Map<String, Planned> planned = plan(project, rows, named::admit, tally);
        pictures.keepLinked(linked(planned));
        Set<String> created = inserted(project, planned, tally);
        planned.keySet().removeAll(created);
        compare(planned, tally);
        return new BatchOutcome(rows.size(), created.size(), tally.duplicates, tally.errors);
    }

    private static Set<String> linked(Map<String, Planned> planned) {
        return planned.values().stream()
                .map(plan -> plan.task.content().media().ref())
                .filter(SignedPictures::isElsewhere)
                .collect(Collectors.toSet());
    }

    private Set<String> inserted(Project project, Map<String, Planned> planned, Tally tally) {
        try {
            return tasks.insertAll(drafts(project, planned));
        } catch (EventTooLarge e) {
            // nothing was written yet
            dropTooLarge(project, planned, tally);
            return tasks.insertAll(drafts(project, planned));
        }
    }

    /** As {@link #insert}, but nothing is written. */
    BatchOutcome check(Project project, List<NumberedRow> rows, SeenRows seen) throws IOException {
        Tally tally = new Tally();
        Map<String, Planned> planned = plan(project, rows, named::admits, tally);
        dropTooLarge(project, planned, tally);
        planned.keySet().removeAll(compare(planned, tally));
        int created = 0;
        for (Planned plan : planned.values()) {
            switch (seen.see(plan.task.id(), plan.task.content().hashCode())) {
                case NEVER -> created++;
                case SAME -> tally.duplicates++;
                case OTHERWISE -> tally.differs(plan);
            }
        }
        return new BatchOutcome(rows.size(), created, tally.duplicates, tally.errors);
    }

    /** An event too large for a broker is an error of its row. */
    private void dropTooLarge(Project project, Map<String, Planned> planned, Tally tally) {
        boolean tested = isTested(project);
        planned.values()
                .removeIf(
                        plan -> {
                            Optional<String> tooLarge = tasks.tooLarge(plan.task.creation(tested));
                            tooLarge.ifPresent(why -> tally.tooLarge(plan, why));
                            return tooLarge.isPresent();
                        });
    }

    private static boolean isTested(Project project) {
        return project.spec().tierRule().qualification() != null;
    }

    /** Holds what is planned against what is there; returns the ids of the latter. */
    private Set<String> compare(Map<String, Planned> planned, Tally tally) {
        Map<String, Versioned<Task>> existing = tasks.findAll(planned.keySet());
        existing.forEach(
                (id, task) ->
                        tally.repeated(Objects.requireNonNull(planned.get(id), id), task.state()));
        return existing.keySet();
    }

    private Map<String, Planned> plan(
            Project project,
            List<NumberedRow> rows,
            BiPredicate<String, List<String>> admission,
            Tally tally) {
        Map<String, Picture> uploads = pictures.referred(references(rows), project.requesterId());
        Instant now = clock.instant();
        Map<String, Planned> planned = new LinkedHashMap<>();
        Set<List<String>> admitted = new HashSet<>();
        for (NumberedRow row : rows) {
            try {
                Planned plan = new Planned(row.number(), task(project, row.row(), uploads, now));
                List<String> workers = plan.task.content().workers();
                if (!workers.isEmpty() && !admitted.contains(workers)) {
                    admit(project, workers, admission);
                    admitted.add(workers);
                }
                Planned first = planned.putIfAbsent(plan.task.id(), plan);
                if (first != null) {
                    tally.repeated(plan, first.task);
                }
            } catch (BadRow e) {
                tally.errors.add(e.within(row.place()).at(row.number(), row.row().externalId()));
            }
        }
        return planned;
    }

    private static void admit(
            Project project, List<String> workers, BiPredicate<String, List<String>> admission)
            throws BadRow {
        if (!admission.test(project.projectId(), workers)) {
            throw BadRow.unexpected(
                    "workers",
                    workers.size() + " more names",
                    "at most "
                            + MongoNamedWorkers.MAX_WORKERS
                            + " in all different lists of a project");
        }
    }

    private Task task(Project project, ImportRow row, Map<String, Picture> uploads, Instant now)
            throws BadRow {
        String externalId = RowRules.externalId(row);
        return Task.created(
                ids.of(project.projectId(), externalId),
                project.projectId(),
                externalId,
                RowRules.content(row, project.spec(), uploads),
                now);
    }

    private static List<String> references(List<NumberedRow> rows) {
        return rows.stream().map(row -> row.row().picture()).filter(Objects::nonNull).toList();
    }

    private static List<Draft<Task>> drafts(Project project, Map<String, Planned> planned) {
        boolean tested = isTested(project);
        return planned.values().stream()
                .map(plan -> new Draft<>(plan.task.id(), plan.task, plan.task.creation(tested)))
                .toList();
    }

    private static final class Tally {
        private final List<RowError> errors = new ArrayList<>();
        private int duplicates;

        void repeated(Planned plan, Task first) {
            if (plan.task.content().equals(first.content())) {
                duplicates++;
            } else {
                differs(plan);
            }
        }

        void tooLarge(Planned plan, String why) {
            errors.add(new BadRow(null, why).at(plan.row, plan.task.externalId()));
        }

        void differs(Planned plan) {
            String id = plan.task.externalId();
            errors.add(
                    BadRow.unexpected("externalId", id, "the same content as its task has")
                            .at(plan.row, id));
        }
    }
}
