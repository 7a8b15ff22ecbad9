package io.assay.review.revision;

import io.assay.events.Answer;
import io.assay.events.CorrectionReason;
import io.assay.events.Decider;
import io.assay.events.Event;
import io.assay.events.OverlapRule;
import io.assay.events.ResultProvenance;
import io.assay.events.ReviewKind;
import io.assay.events.ReviewOutcome;
import io.assay.events.TaskLabelSuperseded;
import io.assay.events.TaskUnlabelable;
import io.assay.events.Verdict;
import io.assay.review.learning.Estimate;
import io.assay.review.outcome.Estimates;
import io.assay.review.outcome.TaskReview;
import io.assay.review.outcome.Verdicts;
import io.assay.review.project.ReviewedProject;
import io.assay.review.provenance.AnswerDiffs;
import io.assay.review.provenance.Provenances;
import io.assay.review.task.CountedSubmission;
import io.assay.review.task.Decision;
import io.assay.review.task.Grounds;
import io.assay.review.task.Progress;
import io.assay.review.task.ResultHistory;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewRecord;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.review.task.Step;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks once more at a task that has its result: a pure function like {@link TaskReview}. The
 * result may change; verdicts change in the worker's favour only, since what was published as
 * accepted is the worker's.
 */
public final class CorrectTask {
    private final TaskInfo info;
    private final ReviewedProject project;
    private final ReviewContext context;
    private final List<Event> events = new ArrayList<>();
    private ReviewedTask task;

    private CorrectTask(ReviewedTask task, ReviewContext context) {
        TaskInfo known = task.info();
        ReviewedProject of = context.project();
        if (known == null || of == null) {
            throw new IllegalStateException("task " + task.taskId() + ": not known");
        }
        this.task = task;
        this.info = known;
        this.project = of;
        this.context = context;
    }

    /** A reviewer's second look at a result that was drawn for it. */
    public static Step audit(ReviewedTask task, ReviewerDecision ruling, ReviewContext context) {
        CorrectTask correction = new CorrectTask(task, context);
        correction.task = correction.task.queuedAs(null);
        correction.reviewed(ruling, ReviewKind.AUDIT, correction.found(ruling.decision()), null);
        correction.change(ruling, CorrectionReason.AUDIT);
        return correction.step();
    }

    /**
     * A decided appeal; the same once more changes nothing.
     *
     * @param ruling of an upheld appeal: another result, or accepted if it stays; its comment is
     *     the reason that the worker reads
     */
    public static Step appeal(
            ReviewedTask task,
            String assignmentId,
            boolean upheld,
            ReviewerDecision ruling,
            ReviewContext context) {
        CorrectTask correction = new CorrectTask(task, context);
        if (task.trail().appeal(assignmentId).isEmpty()) {
            ReviewOutcome outcome = upheld ? ReviewOutcome.UPHELD : ReviewOutcome.DENIED;
            correction.reviewed(ruling, ReviewKind.APPEAL, outcome, assignmentId);
            if (upheld) {
                correction.uphold(assignmentId, ruling.grounds());
                correction.change(ruling, CorrectionReason.APPEAL);
            }
        }
        return correction.step();
    }

    /**
     * Decides anew what consensus decided when less was known of who labelled it. Nothing changes
     * unless another answer reaches the project's target, nor where a reviewer has looked at it or
     * is to, nor while verdicts are held.
     */
    public static Step learned(ReviewedTask task, ReviewContext context) {
        CorrectTask correction = new CorrectTask(task, context);
        Answer previous = task.byConsensus();
        if (previous != null && !correction.project.frozen()) {
            correction.decideAnew(previous);
        }
        return correction.step();
    }

    private void decideAnew(Answer previous) {
        OverlapRule rule = info.overlap(project.overlap());
        Estimate estimate = Estimates.of(task, project, rule, context);
        Answer answer = estimate.consensus().answer();
        if (estimate.confidence() < rule.target() || answer.equals(previous)) {
            return;
        }
        become(
                new Progress.Answered(answer, Decider.CONSENSUS, null, context.now()),
                task.trail().replaced(estimate.confidence(), task.trail().guidelineVersion()));
        events.add(
                superseded(
                        answer,
                        previous,
                        Decider.CONSENSUS,
                        estimate.confidence(),
                        CorrectionReason.LEARNED));
        rejudge(CorrectionReason.LEARNED);
    }

    private Step step() {
        return new Step(task, events, List.of());
    }

    private ReviewOutcome found(Decision decision) {
        return changes(decision) ? decision.outcome() : ReviewOutcome.ACCEPTED;
    }

    private void reviewed(
            ReviewerDecision ruling,
            ReviewKind kind,
            ReviewOutcome outcome,
            @Nullable String about) {
        ReviewRecord review =
                new ReviewRecord(
                        ruling.reviewer(), kind, outcome, ruling.grounds(), context.now(), about);
        task = task.withTrail(task.trail().reviewed(review));
    }

    private boolean changes(Decision decision) {
        return switch (decision) {
            case Decision.Accepted _ -> false;
            case Decision.Answered(Answer answer) -> !answer.equals(current());
            case Decision.Unlabelable _ -> current() != null;
        };
    }

    private @Nullable Answer current() {
        return task.progress() instanceof Progress.Answered answered ? answered.answer() : null;
    }

    private void change(ReviewerDecision ruling, CorrectionReason cause) {
        if (!changes(ruling.decision()) || info.gold()) {
            return;
        }
        Answer previous = current();
        ResultHistory trail = task.trail().replaced(ruling.grounds().guidelineVersion());
        switch (ruling.decision()) {
            case Decision.Accepted _ -> {}
            case Decision.Answered(Answer answer) -> {
                become(
                        new Progress.Answered(
                                answer, Decider.REVIEWER, ruling.reviewer(), context.now()),
                        trail);
                events.add(superseded(answer, previous, Decider.REVIEWER, 1, cause));
            }
            case Decision.Unlabelable(String reason) -> {
                become(new Progress.Unlabelable(reason, ruling.reviewer(), context.now()), trail);
                events.add(unlabelable(reason, previous, cause));
            }
        }
        rejudge(cause);
    }

    /** Whatever becomes of it, there is no need to audit it any more. */
    private void become(Progress next, ResultHistory trail) {
        task = task.withProgress(next).withTrail(trail);
    }

    private void uphold(String assignmentId, Grounds grounds) {
        String why = grounds.comment() == null ? "" : grounds.comment();
        List<CountedSubmission> next = new ArrayList<>();
        for (CountedSubmission taken : task.taken()) {
            Judgement before = taken.judgement();
            boolean meant = taken.submission().assignmentId().equals(assignmentId);
            next.add(
                    meant && before != null && before.verdict() == Verdict.REJECTED
                            ? corrected(taken, before.upheld(why), CorrectionReason.APPEAL)
                            : taken);
        }
        task = task.withTaken(next);
    }

    private void rejudge(CorrectionReason cause) {
        task = task.withTaken(task.taken().stream().map(taken -> rejudged(taken, cause)).toList());
    }

    private CountedSubmission rejudged(CountedSubmission taken, CorrectionReason cause) {
        Judgement before = taken.judgement();
        if (before == null || before.verdict() == Verdict.ACCEPTED) {
            return taken;
        }
        Judgement now =
                Verdicts.of(task, taken.submission(), context.toleranceOf(taken.submission()));
        return now != null && now.verdict() == Verdict.ACCEPTED
                ? corrected(taken, now, cause)
                : taken;
    }

    /** Later than what it corrects, also by the clock of another instance: the newest counts. */
    private CountedSubmission corrected(
            CountedSubmission taken, Judgement judgement, CorrectionReason cause) {
        Instant before = taken.judgedAt();
        Instant now = context.now();
        Instant at = before != null && !now.isAfter(before) ? before.plusMillis(1) : now;
        events.add(judgement.event(task.taskId(), info.projectId(), taken.submission(), at, cause));
        return new CountedSubmission(taken.submission(), judgement, at);
    }

    private TaskLabelSuperseded superseded(
            Answer answer,
            @Nullable Answer previous,
            Decider decider,
            double confidence,
            CorrectionReason cause) {
        ResultProvenance provenance = Provenances.of(task, project, context);
        return new TaskLabelSuperseded(
                task.taskId(),
                info.projectId(),
                info.externalId(),
                task.trail().version(),
                answer,
                previous,
                confidence,
                task.labels().size(),
                decider,
                provenance.guidelineVersion(),
                context.now(),
                cause,
                previous == null ? null : AnswerDiffs.between(previous, answer),
                provenance);
    }

    private TaskUnlabelable unlabelable(
            String reason, @Nullable Answer previous, CorrectionReason cause) {
        return new TaskUnlabelable(
                task.taskId(),
                info.projectId(),
                info.externalId(),
                task.trail().version(),
                reason,
                context.now(),
                previous,
                cause,
                Provenances.of(task, project, context));
    }
}
