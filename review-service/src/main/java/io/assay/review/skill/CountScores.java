package io.assay.review.skill;

import io.assay.events.Event;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import io.assay.review.project.MongoProjects;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts scores in their workers' skills, each exactly once, without a transaction over the two
 * documents. The score's own document says whether it is counted, but is marked only after; until
 * then the worker's document lists it as unconfirmed.
 *
 * <p>The order of reading makes it safe against anyone doing the same at the same time: first the
 * worker, then the marks, then a write guarded by the worker's version. A score that another has
 * counted is then either listed in what we read, or marked by the time we look, or our write fails
 * and we read again.
 */
public class CountScores {
    private final MongoSkills store;
    private final MongoAgreements agreements;
    private final MongoProjects projects;
    private final TierLadder ladder;
    private final Clock clock;

    CountScores(
            MongoSkills store,
            MongoAgreements agreements,
            MongoProjects projects,
            TierLadder ladder,
            Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.projects = projects;
        this.ladder = ladder;
        this.clock = clock;
    }

    /**
     * @param marked which of these scores (by id) are marked as counted, read now
     */
    public void count(List<Score> scores, Function<Collection<String>, Set<String>> marked) {
        Map<String, List<Score>> byWorker =
                scores.stream().collect(Collectors.groupingBy(Score::workerId));
        Set<String> todo = byWorker.keySet();
        while (!todo.isEmpty()) {
            todo = attempt(todo, byWorker, marked);
        }
    }

    /** Returns the workers whose document was changed by another in the meantime. */
    private Set<String> attempt(
            Set<String> workers,
            Map<String, List<Score>> byWorker,
            Function<Collection<String>, Set<String>> marked) {
        Map<String, Versioned<WorkerSkills>> known = store.findAll(workers);
        Set<String> counted = marked.apply(inQuestion(workers, byWorker, known.values()));
        Map<String, Habits> habits = agreements.habits(workers);
        Map<String, String> requesters = requesters(workers, byWorker);
        Instant now = clock.instant();
        List<Draft<WorkerSkills>> drafts = new ArrayList<>();
        List<Change<WorkerSkills>> changes = new ArrayList<>();
        for (String worker : workers) {
            List<Score> scores = byWorker.getOrDefault(worker, List.of());
            ScoringContext context =
                    context(requesters, habits.getOrDefault(worker, Habits.NONE), now);
            Versioned<WorkerSkills> read = known.get(worker);
            WorkerSkills before = read == null ? WorkerSkills.none(worker) : read.state();
            WorkerSkills next = before.with(scores, counted, context);
            if (next.equals(before)) {
                continue;
            }
            if (read == null) {
                drafts.add(new Draft<>(worker, next, events(before, next, context)));
            } else {
                changes.add(new Change<>(read, next, events(before, next, context)));
            }
        }
        return store.write(drafts, changes);
    }

    private static Set<String> inQuestion(
            Set<String> workers,
            Map<String, List<Score>> byWorker,
            Collection<Versioned<WorkerSkills>> known) {
        Set<String> ids = new HashSet<>();
        workers.forEach(
                worker ->
                        byWorker.getOrDefault(worker, List.of())
                                .forEach(score -> ids.add(score.id())));
        known.forEach(worker -> ids.addAll(worker.state().unconfirmed()));
        return ids;
    }

    private Map<String, String> requesters(Set<String> workers, Map<String, List<Score>> byWorker) {
        Set<String> ids = new HashSet<>();
        workers.forEach(
                worker ->
                        byWorker.getOrDefault(worker, List.of())
                                .forEach(score -> ids.add(score.projectId())));
        return projects.requesters(ids);
    }

    private ScoringContext context(Map<String, String> requesters, Habits habits, Instant now) {
        return new ScoringContext(ladder, requesters, habits.others(), habits.signals(), now);
    }

    private static List<? extends Event> events(
            WorkerSkills before, WorkerSkills next, ScoringContext context) {
        return before.standsLike(next) ? List.of() : List.of(next.changed(context));
    }
}
