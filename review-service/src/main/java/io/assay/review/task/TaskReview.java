package io.assay.review.task;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.EscalationReason;
import io.assay.events.Event;
import io.assay.events.MoreLabelsRequested;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.VerdictBasis;
import io.assay.review.consensus.Consensus;
import io.assay.review.consensus.Vote;
import io.assay.review.gold.GoldLabel;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.Crowd;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a task: a pure function from its state and what is heard to the next state and the
 * events that tell of it. One instance works out one step and is thrown away.
 *
 * <p>Every submission gets exactly one verdict: at once if the task has its outcome, else when it
 * gets it. A task gets exactly one outcome; a gold task gets none, only its flags are decided.
 */
public final class TaskReview {
    private static final int FIRST_RESULT = 1;

    private final TaskInfo info;
    private final ReviewedProject project;
    private final Circumstances circumstances;
    private final List<Event> events = new ArrayList<>();
    private final List<GoldLabel> golds = new ArrayList<>();
    private ReviewedTask task;

    private TaskReview(
            ReviewedTask task,
            TaskInfo info,
            ReviewedProject project,
            Circumstances circumstances) {
        this.task = task;
        this.info = info;
        this.project = project;
        this.circumstances = circumstances;
    }

    /** Takes what is parked as far as task and project are known; repeating it changes nothing. */
    public static Step settle(ReviewedTask task, Circumstances circumstances) {
        TaskInfo info = task.info();
        ReviewedProject project = circumstances.project();
        if (info == null) {
            return new Step(task, List.of(), List.of());
        }
        if (project == null) {
            return new Step(task.waitingFor(info.projectId()), List.of(), List.of());
        }
        TaskReview review = new TaskReview(task, info, project, circumstances);
        review.settle();
        return review.step();
    }

    /** A reviewer's decision on an escalated task. */
    public static Step decide(
            ReviewedTask task, Decision decision, String reviewer, Circumstances circumstances) {
        TaskInfo info = task.info();
        ReviewedProject project = circumstances.project();
        if (info == null || project == null || !(task.progress() instanceof Progress.Escalated)) {
            throw new IllegalStateException(
                    "task " + task.taskId() + ": " + task.progress() + " (expected: escalated)");
        }
        TaskReview review = new TaskReview(task, info, project, circumstances);
        review.decided(decision, reviewer);
        return review.step();
    }

    private Step step() {
        return new Step(task.waitingFor(wakeUp()), events, golds);
    }

    /** A change of the overlap rule can decide an open task without a further label. */
    private @Nullable String wakeUp() {
        boolean collecting = task.progress() instanceof Progress.Open && !task.taken().isEmpty();
        return collecting ? info.projectId() : null;
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
        if (gold.retired()) {
            return GoldLabel.unscored(
                    label, task.taskId(), info.projectId(), project.skill(), now());
        }
        Judgement judgement =
                Judgement.of(label, gold.answer(), circumstances.tolerance(), VerdictBasis.GOLD);
        GoldLabel scored =
                GoldLabel.scored(
                        label, task.taskId(), info.projectId(), project.skill(), judgement, now());
        return gold.training() ? scored.teaching(gold.answer()) : scored;
    }

    private void take(Submission submission) {
        task = task.withTaken(ReviewedTask.append(task.taken(), new Taken(submission, null)));
        advance();
    }

    private void advance() {
        if (!(task.progress() instanceof Progress.Open open)) {
            return;
        }
        List<Submission.Label> labels = task.labels();
        if (labels.size() < task.taken().size()) {
            escalate(EscalationReason.FLAGGED, consensus(labels).confidence());
        } else if (labels.size() >= Math.max(project.overlap().min(), open.requested())
                && !labels.isEmpty()) {
            weigh(labels);
        }
    }

    private void weigh(List<Submission.Label> labels) {
        Consensus consensus = consensus(labels);
        if (consensus.confidence() >= project.overlap().target()) {
            answered(consensus.answer(), Decider.CONSENSUS, null, consensus.confidence());
        } else if (labels.size() < project.overlap().max()) {
            request(labels.size() + 1);
        } else {
            escalate(EscalationReason.UNDECIDED, consensus.confidence());
        }
    }

    private Consensus consensus(List<Submission.Label> labels) {
        Crowd crowd = circumstances.crowd();
        List<Vote> votes =
                labels.stream()
                        .map(
                                label ->
                                        new Vote(
                                                label.workerId(),
                                                crowd.accuracy(label.workerId()),
                                                label.answer()))
                        .toList();
        return Consensus.of(project.ontology(), votes)
                .orElse(new Consensus(new Answer.Boxes(List.of()), 0));
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

    private void decided(Decision decision, String reviewer) {
        switch (decision) {
            case Decision.Answered(Answer answer) ->
                    answered(answer, Decider.REVIEWER, reviewer, 1);
            case Decision.Unlabelable(String reason) -> unlabelable(reason, reviewer);
        }
        judgeAll();
    }

    private void answered(
            Answer answer, Decider decider, @Nullable String reviewer, double confidence) {
        List<Submission.Label> labels = task.labels();
        task = task.withProgress(new Progress.Answered(answer, decider, reviewer, now()));
        if (!info.gold()) {
            events.add(
                    new TaskLabelled(
                            task.taskId(),
                            info.projectId(),
                            info.externalId(),
                            FIRST_RESULT,
                            answer,
                            confidence,
                            labels.size(),
                            decider,
                            guidelineVersion(labels),
                            now()));
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
                            now()));
        }
    }

    private int guidelineVersion(List<Submission.Label> labels) {
        return labels.stream()
                .mapToInt(label -> label.terms().guidelineVersion())
                .max()
                .orElse(project.guidelineVersion());
    }

    private void judgeAll() {
        task = task.withTaken(task.taken().stream().map(this::judged).toList());
    }

    private Taken judged(Taken taken) {
        if (taken.judgement() != null) {
            return taken;
        }
        Judgement judgement = judgement(taken.submission());
        if (judgement != null) {
            events.add(judgement.told(task.taskId(), info.projectId(), taken.submission(), now()));
        }
        return new Taken(taken.submission(), judgement);
    }

    private @Nullable Judgement judgement(Submission submission) {
        return switch (task.progress()) {
            case Progress.Open _, Progress.Escalated _ -> null;
            case Progress.Answered answered -> against(answered, submission);
            case Progress.Unlabelable _ ->
                    switch (submission) {
                        case Submission.Label _ -> Judgement.unlabelable();
                        case Submission.Flag _ -> Judgement.flagUpheld(VerdictBasis.REVIEWER);
                    };
            case Progress.Withdrawn _ ->
                    switch (submission) {
                        case Submission.Label _ -> Judgement.notCompared(VerdictBasis.CONSENSUS);
                        case Submission.Flag _ -> Judgement.flagUpheld(VerdictBasis.CONSENSUS);
                    };
        };
    }

    private Judgement against(Progress.Answered answered, Submission submission) {
        VerdictBasis basis =
                answered.decidedBy() == Decider.REVIEWER
                        ? VerdictBasis.REVIEWER
                        : VerdictBasis.CONSENSUS;
        return switch (submission) {
            case Submission.Label label ->
                    Judgement.of(label, answered.answer(), circumstances.tolerance(), basis);
            case Submission.Flag flag -> Judgement.flagOverruled(flag, basis);
        };
    }

    private Instant now() {
        return circumstances.now();
    }
}
