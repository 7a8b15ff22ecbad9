package io.assay.review.outcome;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.EscalationReason;
import io.assay.events.Event;
import io.assay.events.MoreLabelsRequested;
import io.assay.events.OverlapRule;
import io.assay.events.ResultProvenance;
import io.assay.events.ReviewKind;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.review.gold.GoldLabel;
import io.assay.review.learning.Estimate;
import io.assay.review.project.ReviewedProject;
import io.assay.review.provenance.Provenances;
import io.assay.review.task.CountedSubmission;
import io.assay.review.task.Decision;
import io.assay.review.task.GoldAnswer;
import io.assay.review.task.Progress;
import io.assay.review.task.QueueEntry;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewRecord;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.review.task.Step;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a task: a pure function from its state and an event to the next state and the events
 * that it publishes. One instance works out one step and is thrown away.
 *
 * <p>Every submission gets exactly one verdict: at once if the task has its outcome, else when it
 * gets it. A task gets exactly one outcome; a gold task gets none, only its flags are decided.
 */
public final class TaskReview {
    private static final int FIRST_RESULT = 1;

    private final TaskInfo info;
    private final ReviewedProject project;
    private final ReviewContext context;
    private final OverlapRule rule;
    private final List<Event> events = new ArrayList<>();
    private final List<GoldLabel> golds = new ArrayList<>();
    private ReviewedTask task;

    private TaskReview(
            ReviewedTask task, TaskInfo info, ReviewedProject project, ReviewContext context) {
        this.task = task;
        this.info = info;
        this.project = project;
        this.context = context;
        this.rule = info.overlap(project.overlap());
    }

    /** Takes what is parked as far as task and project are known; repeating it changes nothing. */
    public static Step settle(ReviewedTask task, ReviewContext context) {
        TaskInfo info = task.info();
        ReviewedProject project = context.project();
        if (info == null) {
            return new Step(task, List.of(), List.of());
        }
        if (project == null) {
            return new Step(task.waitingFor(info.projectId()), List.of(), List.of());
        }
        TaskReview review = new TaskReview(task, info, project, context);
        review.settle();
        return review.step();
    }

    /** A reviewer's decision on an escalated task. */
    public static Step decide(ReviewedTask task, ReviewerDecision ruling, ReviewContext context) {
        TaskInfo info = task.info();
        ReviewedProject project = context.project();
        if (info == null || project == null || !(task.progress() instanceof Progress.Escalated)) {
            throw new IllegalStateException(
                    "task " + task.taskId() + ": " + task.progress() + " (expected: escalated)");
        }
        TaskReview review = new TaskReview(task, info, project, context);
        review.decided(ruling);
        review.task = GoldRules.decided(review.task, context);
        return review.step();
    }

    private Step step() {
        return new Step(task.waitingFor(waitsFor()), events, golds);
    }

    /**
     * A change of the overlap rule can decide an open task without a further label, and verdicts
     * that are held are published when the project is released.
     */
    private @Nullable String waitsFor() {
        boolean collecting = task.progress() instanceof Progress.Open && !task.taken().isEmpty();
        boolean held =
                project.frozen()
                        && task.taken().stream().anyMatch(taken -> taken.judgement() == null);
        return collecting || held ? info.projectId() : null;
    }

    private void settle() {
        if (info.gold()) {
            takeOfGold();
        } else {
            takeAll(task.parked());
        }
        advance();
        judgeAll();
    }

    private void takeAll(List<Submission> parked) {
        task = task.withParked(List.of());
        parked.forEach(this::take);
    }

    private void takeOfGold() {
        GoldAnswer gold = task.gold();
        if (gold == null) {
            return;
        }
        List<Submission> flags = new ArrayList<>();
        for (Submission submission : task.parked()) {
            switch (submission) {
                case Submission.Label label -> golds.add(scored(label, gold));
                case Submission.Flag flag -> flags.add(flag);
            }
        }
        takeAll(flags);
    }

    private GoldLabel scored(Submission.Label label, GoldAnswer gold) {
        if (!gold.trusted()) {
            return GoldLabel.unscored(
                    label, task.taskId(), info.projectId(), project.skill(), now());
        }
        Tolerance tolerance = context.toleranceOf(label);
        Judgement judgement = Judgement.of(label, gold.answer(), tolerance, VerdictBasis.GOLD);
        GoldLabel scored =
                GoldLabel.scored(
                        label,
                        task.taskId(),
                        info.projectId(),
                        project.skill(),
                        judgement,
                        tolerance.needed(gold.answer()),
                        now());
        return gold.training() ? scored.teaching(gold.answer(), tolerance.credit()) : scored;
    }

    private void take(Submission submission) {
        task =
                task.withTaken(
                        ReviewedTask.append(
                                task.taken(), new CountedSubmission(submission, null, null)));
        advance();
    }

    private void advance() {
        if (!(task.progress() instanceof Progress.Open open)) {
            return;
        }
        List<Submission.Label> labels = task.labels();
        if (labels.size() < task.taken().size()) {
            escalate(EscalationReason.FLAGGED, estimate().confidence());
        } else if (task.isShunned() && !info.gold()) {
            escalate(EscalationReason.SKIPPED, estimate().confidence());
        } else if (labels.size() >= Math.max(rule.min(), open.requested()) && !labels.isEmpty()) {
            weigh(labels);
        }
    }

    private void weigh(List<Submission.Label> labels) {
        Estimate estimate = estimate();
        if (estimate.confidence() >= rule.target()) {
            task = task.withTrail(task.trail().decided(estimate.confidence(), newest(labels)));
            answered(estimate.consensus().answer(), Decider.CONSENSUS, null, estimate.confidence());
        } else if (estimate.worthAnother()) {
            request(labels.size() + 1);
        } else {
            escalate(EscalationReason.UNDECIDED, estimate.confidence());
        }
    }

    private Estimate estimate() {
        return Estimates.of(task, project, rule, context);
    }

    private void request(int wanted) {
        task = task.withProgress(new Progress.Open(wanted));
        events.add(new MoreLabelsRequested(task.taskId(), info.projectId(), wanted, now()));
    }

    private void escalate(EscalationReason reason, double confidence) {
        task = task.withProgress(new Progress.Escalated(reason, confidence, now()));
        events.add(
                new TaskEscalated(
                        task.taskId(), info.projectId(), reason, task.labels().size(), now()));
    }

    private void decided(ReviewerDecision ruling) {
        ReviewRecord review =
                new ReviewRecord(
                        ruling.reviewer(),
                        ReviewKind.DECISION,
                        ruling.decision().outcome(),
                        ruling.grounds(),
                        now(),
                        null);
        Double posterior =
                task.progress() instanceof Progress.Escalated escalated && !task.labels().isEmpty()
                        ? escalated.confidence()
                        : null;
        task =
                task.withTrail(
                        task.trail()
                                .decided(posterior, ruling.grounds().guidelineVersion())
                                .reviewed(review));
        switch (ruling.decision()) {
            case Decision.Answered(Answer answer) ->
                    answered(answer, Decider.REVIEWER, ruling.reviewer(), 1);
            case Decision.Unlabelable(String reason) -> unlabelable(reason, ruling.reviewer());
            case Decision.Accepted _ ->
                    throw new IllegalArgumentException(
                            "decision: accepted (expected: an answer, or none)");
        }
        judgeAll();
    }

    private void answered(
            Answer answer, Decider decider, @Nullable String reviewer, double confidence) {
        task = task.withProgress(new Progress.Answered(answer, decider, reviewer, now()));
        int place = events.size();
        judgeAll();
        if (!info.gold()) {
            ResultProvenance provenance = Provenances.of(task, project, context);
            events.add(
                    place,
                    new TaskLabelled(
                            task.taskId(),
                            info.projectId(),
                            info.externalId(),
                            FIRST_RESULT,
                            answer,
                            confidence,
                            task.labels().size(),
                            decider,
                            provenance.guidelineVersion(),
                            now(),
                            provenance));
            drawAudit(confidence);
        }
    }

    private void unlabelable(String reason, String reviewer) {
        task = task.withProgress(new Progress.Unlabelable(reason, reviewer, now()));
        if (!info.gold()) {
            events.add(
                    new TaskUnlabelable(
                            task.taskId(),
                            info.projectId(),
                            info.externalId(),
                            FIRST_RESULT,
                            reason,
                            now(),
                            null,
                            null,
                            Provenances.of(task, project, context)));
            drawAudit(1);
        }
    }

    /** Whoever decided: reviewers are looked at by reviewers. */
    private void drawAudit(double confidence) {
        if (context.settings().drawn().test(project.auditRate())) {
            task =
                    task.queuedAs(
                            QueueEntry.audit(info.projectId(), task.taskId(), confidence, now()));
        }
    }

    private static @Nullable Integer newest(List<Submission.Label> labels) {
        return labels.stream()
                .map(label -> label.terms().guidelineVersion())
                .max(Integer::compare)
                .orElse(null);
    }

    private void judgeAll() {
        task = task.withTaken(task.taken().stream().map(this::judged).toList());
    }

    private CountedSubmission judged(CountedSubmission taken) {
        if (taken.judgement() != null || project.frozen()) {
            return taken;
        }
        Submission submission = taken.submission();
        Judgement judgement = Verdicts.of(task, submission, context.toleranceOf(submission));
        if (judgement == null) {
            return taken;
        }
        if (judgement.verdict() == Verdict.REJECTED && project.waives(submission.submittedAt())) {
            judgement = judgement.waived();
        }
        events.add(judgement.event(task.taskId(), info.projectId(), submission, now()));
        return new CountedSubmission(submission, judgement, now());
    }

    private Instant now() {
        return context.now();
    }
}
