package io.assay.review.adjudication;

import io.assay.events.Answer;
import io.assay.events.AnswerRules;
import io.assay.events.Media;
import io.assay.messaging.Versioned;
import io.assay.review.adjudication.ReviewCase.Decided;
import io.assay.review.consensus.Tolerance;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.Circumstances;
import io.assay.review.task.Decision;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import io.assay.review.task.TaskInfo;
import io.assay.review.task.TaskOutcomes;
import io.assay.review.task.TaskReview;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A reviewer decides an escalated task. */
class DecideTask {

    /** What becomes of a decision. */
    sealed interface Outcome {
        record Accepted(Decided decided) implements Outcome {}

        /** No such task, or none that reviewers may know of. */
        record NotFound() implements Outcome {}

        /** Somebody, or something else, has decided it. */
        record AlreadyDecided() implements Outcome {}

        /** The reviewer has labelled or flagged the picture. */
        record OwnWork() implements Outcome {}

        /** Decided on an older state than the current version. */
        record Stale(long version) implements Outcome {}

        /** Not an answer of this project. */
        record Invalid(List<String> problems) implements Outcome {}
    }

    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final TaskOutcomes outcomes;
    private final Tolerance tolerance;
    private final Clock clock;

    DecideTask(
            MongoTasks tasks,
            MongoProjects projects,
            TaskOutcomes outcomes,
            Tolerance tolerance,
            Clock clock) {
        this.tasks = tasks;
        this.projects = projects;
        this.outcomes = outcomes;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /** The same decision by the same reviewer again gets the same outcome. */
    Outcome decide(String taskId, Decision decision, String reviewer, long expectedVersion) {
        Optional<Versioned<ReviewedTask>> found = tasks.find(taskId);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Versioned<ReviewedTask> task = found.get();
        TaskInfo info = task.state().info();
        ReviewedProject project =
                info == null ? null : projects.find(info.projectId()).orElse(null);
        if (info == null || project == null) {
            return new Outcome.NotFound();
        }
        return switch (task.state().progress()) {
            case Progress.Open _ -> new Outcome.NotFound();
            case Progress.Escalated _ ->
                    decide(task, info, project, decision, reviewer, expectedVersion);
            case Progress.Answered _, Progress.Unlabelable _, Progress.Withdrawn _ ->
                    repeated(task.state(), info, decision, reviewer);
        };
    }

    private Outcome decide(
            Versioned<ReviewedTask> task,
            TaskInfo info,
            ReviewedProject project,
            Decision decision,
            String reviewer,
            long expectedVersion) {
        if (task.state().submissions().anyMatch(s -> s.workerId().equals(reviewer))) {
            return new Outcome.OwnWork();
        }
        if (task.version() != expectedVersion) {
            return new Outcome.Stale(task.version());
        }
        List<String> problems = problems(decision, project, info.media());
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        Step step =
                TaskReview.decide(
                        task.state(),
                        decision,
                        reviewer,
                        new Circumstances(project, _ -> 0.5, tolerance, clock.instant()));
        tasks.update(task, step);
        outcomes.written(List.of(new TaskOutcomes.Written(step, project.skill())));
        return accepted(step.next(), info, reviewer).orElseThrow();
    }

    private static List<String> problems(Decision decision, ReviewedProject project, Media media) {
        return switch (decision) {
            case Decision.Answered(Answer answer) ->
                    AnswerRules.problems(answer, project.ontology(), media.width(), media.height());
            case Decision.Unlabelable _ -> List.of();
        };
    }

    private static Outcome repeated(
            ReviewedTask task, TaskInfo info, Decision decision, String reviewer) {
        return accepted(task, info, reviewer)
                .filter(before -> Decisions.of(task).filter(decision::equals).isPresent())
                .orElseGet(Outcome.AlreadyDecided::new);
    }

    private static Optional<Outcome> accepted(ReviewedTask task, TaskInfo info, String reviewer) {
        return Decisions.by(task)
                .filter(reviewer::equals)
                .flatMap(_ -> Decisions.told(task, info))
                .map(Outcome.Accepted::new);
    }
}
