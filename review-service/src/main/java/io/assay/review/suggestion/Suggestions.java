package io.assay.review.suggestion;

import io.assay.events.Media;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.review.adjudication.Cases;
import io.assay.review.adjudication.Conflicts;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.suggestion.Suggestion.Reply;
import io.assay.review.suggestion.Suggestion.Status;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.TaskInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reviewer suggests a sentence, its requester replies. */
class Suggestions {

    /** What becomes of a request. */
    sealed interface Outcome {
        record Done(Suggestion suggestion) implements Outcome {}

        /** No such picture that reviewers may know of, or no such suggestion of this requester. */
        record NotFound() implements Outcome {}

        /** Not theirs to look at. */
        record Conflicting(Conflicts.Conflict conflict) implements Outcome {}

        /** Another sentence of this reviewer about this picture, or another reply, stands. */
        record Already() implements Outcome {}
    }

    private final MongoSuggestions suggestions;
    private final Cases cases;
    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final Clock clock;

    Suggestions(
            MongoSuggestions suggestions,
            Cases cases,
            MongoTasks tasks,
            MongoProjects projects,
            Clock clock) {
        this.suggestions = suggestions;
        this.cases = cases;
        this.tasks = tasks;
        this.projects = projects;
        this.clock = clock;
    }

    /** The same sentence again gets the same outcome. */
    Outcome suggest(String taskId, String reviewer, String sentence, @Nullable String clause) {
        Optional<Cases.Found> found = cases.find(taskId, reviewer);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Optional<Conflicts.Conflict> conflict = found.get().conflict();
        if (conflict.isPresent()) {
            return new Outcome.Conflicting(conflict.get());
        }
        TaskInfo info = tasks.find(taskId).map(task -> task.state().info()).orElse(null);
        ReviewedProject project = projects.find(found.get().content().projectId()).orElse(null);
        return info == null || project == null
                ? new Outcome.NotFound()
                : inserted(made(taskId, reviewer, sentence, clause, info.media(), project));
    }

    private Suggestion made(
            String taskId,
            String reviewer,
            String sentence,
            @Nullable String clause,
            Media media,
            ReviewedProject project) {
        Instant now = clock.instant();
        return new Suggestion(
                taskId,
                project.projectId(),
                project.requesterId(),
                reviewer,
                media,
                sentence,
                clause,
                project.guidelineVersion(),
                now,
                Suggestion.place(now, Suggestion.idOf(taskId, reviewer)),
                Status.OPEN,
                null);
    }

    private Outcome inserted(Suggestion made) {
        try {
            suggestions.insert(made);
            return new Outcome.Done(made);
        } catch (AlreadyExists _) {
            return suggestions
                    .find(made.id())
                    .map(Versioned::state)
                    .filter(known -> known.saysLike(made.sentence(), made.clause()))
                    .<Outcome>map(Outcome.Done::new)
                    .orElseGet(Outcome.Already::new);
        }
    }

    /** The same reply again gets the same outcome; another requester's does not exist here. */
    Outcome reply(String id, String requesterId, boolean taken, @Nullable String reason) {
        Optional<Versioned<Suggestion>> found =
                suggestions.find(id).filter(one -> one.state().requesterId().equals(requesterId));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Versioned<Suggestion> read = found.get();
        Reply reply = new Reply(taken, reason, clock.instant());
        Reply before = read.state().reply();
        if (before != null) {
            return reply.saysLike(before) ? new Outcome.Done(read.state()) : new Outcome.Already();
        }
        Suggestion next = read.state().replied(reply);
        try {
            suggestions.update(read, next);
        } catch (StaleVersion _) {
            return reply(id, requesterId, taken, reason);
        }
        return new Outcome.Done(next);
    }
}
