package io.assay.review.adjudication;

import io.assay.events.Answer;
import io.assay.events.AnswerRules;
import io.assay.events.Media;
import io.assay.messaging.Versioned;
import io.assay.review.adjudication.ReviewCase.Decided;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.outcome.TaskReview;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.revision.CorrectTask;
import io.assay.review.task.Decision;
import io.assay.review.task.Grounds;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewContexts;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.review.task.Step;
import io.assay.review.task.TaskInfo;
import io.assay.truth.consensus.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A reviewer decides an escalated task, or looks at a result once more. */
class DecideTask {

    /** What becomes of a decision. */
    sealed interface Outcome {
        record Accepted(Decided decided) implements Outcome {}

        /** No such task, or none that reviewers may know of. */
        record NotFound() implements Outcome {}

        /** Somebody, or something else, has decided it. */
        record AlreadyDecided() implements Outcome {}

        /** The requester no longer wants an answer. */
        record Withdrawn() implements Outcome {}

        /** The reviewer has labelled or flagged the picture. */
        record OwnWork() implements Outcome {}

        /** The reviewer has decided what is to be audited. */
        record OwnDecision() implements Outcome {}

        /** Decided on an older state than the current version. */
        record Stale(long version) implements Outcome {}

        /** Not an answer of this project, or not a clause of its guideline. */
        record Invalid(List<String> problems) implements Outcome {}

        /** Would reject a label by a guideline that its worker had not seen. */
        record NewerGuideline(int named, int oldest) implements Outcome {}
    }

    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final TaskOutcomes outcomes;
    private final MongoReviewers reviewers;
    private final ReviewContexts contexts;
    private final Conflicts conflicts;

    DecideTask(
            MongoTasks tasks,
            MongoProjects projects,
            TaskOutcomes outcomes,
            MongoReviewers reviewers,
            ReviewContexts contexts,
            Conflicts conflicts) {
        this.tasks = tasks;
        this.projects = projects;
        this.outcomes = outcomes;
        this.reviewers = reviewers;
        this.contexts = contexts;
        this.conflicts = conflicts;
    }

    /** The same decision by the same reviewer again gets the same outcome. */
    Outcome decide(String taskId, ReviewerDecision ruling, long expectedVersion) {
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
        boolean waits =
                task.state().progress() instanceof Progress.Escalated || task.state().audited();
        if (waits) {
            return decide(task, info, project, ruling, expectedVersion);
        }
        return switch (task.state().progress()) {
            case Progress.Open _ -> new Outcome.NotFound();
            case Progress.Withdrawn _ -> new Outcome.Withdrawn();
            case Progress.Answered _, Progress.Unlabelable _, Progress.Escalated _ ->
                    Decisions.repeated(task.state(), info, ruling)
                            .<Outcome>map(Outcome.Accepted::new)
                            .orElseGet(Outcome.AlreadyDecided::new);
        };
    }

    private Outcome decide(
            Versioned<ReviewedTask> task,
            TaskInfo info,
            ReviewedProject project,
            ReviewerDecision ruling,
            long expectedVersion) {
        Optional<Conflicts.Conflict> conflict = conflicts.of(task.state(), ruling.reviewer());
        if (conflict.isPresent()) {
            return switch (conflict.get()) {
                case OWN_LABEL -> new Outcome.OwnWork();
                case OWN_DECISION -> new Outcome.OwnDecision();
            };
        }
        if (task.version() != expectedVersion) {
            return new Outcome.Stale(task.version());
        }
        List<String> problems = problems(task.state(), ruling, project, info.media());
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        Tolerance tolerance = project.tolerance(contexts.settings().tolerance());
        OptionalInt oldest = GuidelineRule.outdated(task.state(), ruling, tolerance);
        Integer named = ruling.grounds().guidelineVersion();
        return oldest.isPresent() && named != null
                ? new Outcome.NewerGuideline(named, oldest.getAsInt())
                : decided(task, info, project, ruling);
    }

    private Outcome decided(
            Versioned<ReviewedTask> task,
            TaskInfo info,
            ReviewedProject project,
            ReviewerDecision ruling) {
        ReviewContext now = contexts.of(task.state(), project);
        Step step =
                task.state().audited()
                        ? CorrectTask.audit(task.state(), ruling, now)
                        : TaskReview.decide(task.state(), ruling, now);
        tasks.update(task, step);
        outcomes.record(
                List.of(new TaskOutcomes.Written(step, project.skill(), project.requesterId())));
        count(task.state(), step.next(), ruling.reviewer());
        return Decisions.repeated(step.next(), info, ruling)
                .map(Outcome.Accepted::new)
                .orElseThrow();
    }

    private void count(ReviewedTask before, ReviewedTask after, String reviewer) {
        reviewers.decided(reviewer);
        boolean stands = Decisions.current(before).equals(Decisions.current(after));
        Decisions.by(before).ifPresent(first -> reviewers.lookedAt(first, reviewer, stands));
    }

    private static List<String> problems(
            ReviewedTask task, ReviewerDecision ruling, ReviewedProject project, Media media) {
        List<String> problems = new ArrayList<>();
        Grounds grounds = ruling.grounds();
        Integer version = grounds.guidelineVersion();
        if (version != null && version > project.guidelineVersion()) {
            problems.add(
                    "guidelineVersion: "
                            + version
                            + " (expected: 1 to "
                            + project.guidelineVersion()
                            + ")");
        }
        switch (ruling.decision()) {
            case Decision.Accepted _ -> {
                if (!task.audited()) {
                    problems.add("accept: there is no result yet (expected: answer, unlabelable)");
                }
            }
            case Decision.Answered(Answer answer) -> {
                problems.addAll(
                        AnswerRules.problems(
                                answer, project.ontology(), media.width(), media.height()));
                requireClause(problems, task, grounds);
            }
            case Decision.Unlabelable _ -> requireClause(problems, task, grounds);
        }
        return problems;
    }

    /** What was published is not changed without saying by which rule. */
    private static void requireClause(List<String> problems, ReviewedTask task, Grounds grounds) {
        if (task.audited() && grounds.clause() == null) {
            problems.add("clause: missing (expected: the one that the result is at odds with)");
        }
    }
}
