package io.assay.review.gold;

import io.assay.events.Answer;
import io.assay.events.CorrectionReason;
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
 * @param toldAt when its verdict was told last; null before, and where it was stored without
 * @param repair null unless the verdict was corrected
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
        @Nullable String undrawn,
        @Nullable Instant toldAt,
        @Nullable Repair repair) {

    /** How far the correction of its score has come. */
    enum Repair {
        /** the verdict is corrected, the score perhaps not yet */
        PENDING,
        /** so is the score */
        DONE
    }

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
                taskId,
                projectId,
                skill,
                label,
                judgement,
                now,
                false,
                Stage.SCORED,
                null,
                null,
                null,
                null);
    }

    /** Of a retired answer: honest work that tells nothing of the worker. */
    public static GoldLabel unscored(
            Submission.Label label, String taskId, String projectId, String skill, Instant now) {
        Judgement judgement = Judgement.notCompared(VerdictBasis.GOLD);
        return new GoldLabel(
                taskId,
                projectId,
                skill,
                label,
                judgement,
                now,
                false,
                Stage.HELD,
                now,
                null,
                null,
                null);
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
                undrawn,
                toldAt,
                repair);
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
        return staged(Stage.HELD, until, drawn ? null : projectId, null);
    }

    GoldLabel told(Instant at) {
        return staged(Stage.TOLD, null, null, at);
    }

    /** Not rejected, as rejections were not to be trusted; its score stays. */
    GoldLabel waived() {
        return new GoldLabel(
                taskId,
                projectId,
                skill,
                label,
                judgement.waived(),
                scoredAt,
                teaches,
                stage,
                heldUntil,
                undrawn,
                toldAt,
                repair);
    }

    /** Accepted after all; its score is still to be corrected. */
    GoldLabel upheld(String why, Instant at) {
        return corrected(judgement.upheld(why), at, Repair.PENDING);
    }

    GoldLabel repaired() {
        return corrected(judgement, toldAt, Repair.DONE);
    }

    Score correction() {
        return Score.correction(id(), label.workerId(), skill);
    }

    LabelReviewed correctedVerdict(Instant at) {
        return judgement.told(taskId, projectId, label, at, CorrectionReason.APPEAL);
    }

    private GoldLabel corrected(Judgement next, @Nullable Instant at, Repair how) {
        return new GoldLabel(
                taskId, projectId, skill, label, next, scoredAt, teaches, stage, heldUntil, undrawn,
                at, how);
    }

    LabelReviewed verdict(Instant at) {
        return judgement.told(taskId, projectId, label, at);
    }

    private GoldLabel staged(
            Stage next, @Nullable Instant until, @Nullable String waiting, @Nullable Instant told) {
        return new GoldLabel(
                taskId, projectId, skill, label, judgement, scoredAt, teaches, next, until, waiting,
                told, repair);
    }
}
