package io.assay.review.gold;

import io.assay.events.Answer;
import io.assay.events.LabelReviewed;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.review.skill.Score;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a gold task, identified by its assignment: scored, then counted in the worker's
 * skill, held for a while, told.
 *
 * @param skill that it counts in
 * @param heldUntil when it is told; null unless held
 * @param undrawn the project, as long as no delay of its consensus verdicts is known to imitate
 */
public record GoldLabel(
        String taskId,
        String projectId,
        String skill,
        Submission.Label label,
        Judgement judgement,
        Instant scoredAt,
        boolean teaches,
        Stage stage,
        @Nullable Instant heldUntil,
        @Nullable String undrawn) {

    /** How far it has come; never back. */
    public enum Stage {
        /** judged, perhaps not yet counted in the worker's skill */
        SCORED,
        /** counted; its verdict waits so that its timing tells nothing */
        HELD,
        /** the verdict is published */
        TOLD
    }

    public static GoldLabel scored(
            Submission.Label label,
            String taskId,
            String projectId,
            String skill,
            Judgement judgement,
            Instant now) {
        return new GoldLabel(
                taskId, projectId, skill, label, judgement, now, false, Stage.SCORED, null, null);
    }

    /** Of a retired answer: honest work that tells nothing of the worker. */
    public static GoldLabel unscored(
            Submission.Label label, String taskId, String projectId, String skill, Instant now) {
        Judgement judgement = Judgement.notCompared(VerdictBasis.GOLD);
        return new GoldLabel(
                taskId, projectId, skill, label, judgement, now, false, Stage.HELD, now, null);
    }

    /** Of a training task: its worker is told the right answer, and at once. */
    public GoldLabel teaching(Answer right) {
        return new GoldLabel(
                taskId,
                projectId,
                skill,
                label,
                judgement.teaching(right),
                scoredAt,
                true,
                stage,
                heldUntil,
                undrawn);
    }

    String id() {
        return label.assignmentId();
    }

    boolean right() {
        return judgement.verdict() == Verdict.ACCEPTED;
    }

    boolean counted() {
        return stage != Stage.SCORED;
    }

    Score score() {
        return new Score(id(), label.workerId(), skill, right());
    }

    GoldLabel held(Instant until, boolean drawn) {
        return staged(Stage.HELD, until, drawn ? null : projectId);
    }

    GoldLabel told() {
        return staged(Stage.TOLD, null, null);
    }

    LabelReviewed verdict(Instant at) {
        return judgement.told(taskId, projectId, label, at);
    }

    private GoldLabel staged(Stage next, @Nullable Instant until, @Nullable String waiting) {
        return new GoldLabel(
                taskId, projectId, skill, label, judgement, scoredAt, teaches, next, until,
                waiting);
    }
}
