package io.assay.review.gold;

import io.assay.events.Answer;
import io.assay.events.CorrectionReason;
import io.assay.events.LabelReviewed;
import io.assay.events.Trial;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.review.skill.Score;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Credit;
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
 * @param credit what of it was right, 0 to 1
 * @param undoing how far its score is taken back; null as long as the gold is trusted
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
        @Nullable Repair repair,
        Double credit,
        @Nullable Undoing undoing) {

    /** How far the correction of its score has come. */
    enum Repair {
        /** the verdict is corrected, the score perhaps not yet */
        PENDING,
        /** so is the score */
        DONE
    }

    /** How far taking back has come; never back. */
    public enum Undoing {
        /** its verdict is put right; its score may still count */
        DECIDED,
        /** its score counts no more */
        DONE
    }

    public GoldLabel {
        credit = creditOr(credit, judgement);
    }

    /** Documents from before there was partial credit have none. */
    private static Double creditOr(@Nullable Double credit, Judgement judgement) {
        return credit == null ? creditOf(judgement, 1) : credit;
    }

    /** All of it for what is right, else as near as it came. */
    private static Double creditOf(Judgement judgement, double needed) {
        return judgement.verdict() == Verdict.ACCEPTED
                ? 1
                : Math.clamp(judgement.score() / needed, 0, 1);
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

    /**
     * @param needed least agreement that makes an answer right, over 0 to 1
     */
    public static GoldLabel scored(
            Submission.Label label,
            String taskId,
            String projectId,
            String skill,
            Judgement judgement,
            double needed,
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
                null,
                creditOf(judgement, needed),
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
                null,
                1.0,
                Undoing.DONE);
    }

    /** Of a training task: its worker is told the right answer, and at once. */
    public GoldLabel teaching(Answer right, Credit worth) {
        return new GoldLabel(
                taskId,
                projectId,
                skill,
                label,
                judgement.teaching(label.answer(), right, worth),
                scoredAt,
                true,
                stage,
                heldUntil,
                undrawn,
                toldAt,
                repair,
                credit,
                undoing);
    }

    String id() {
        return label.assignmentId();
    }

    public boolean right() {
        return judgement.verdict() == Verdict.ACCEPTED;
    }

    /** True if the answer is the known one, whatever has become of its verdict since. */
    boolean agrees() {
        return credit >= 1;
    }

    /** What is answered to learn tells nothing of what one can. */
    public boolean measures() {
        return label.terms().trial() != Trial.TUTORIAL;
    }

    /** False of an answer in a tutorial or a test. */
    public boolean isWork() {
        return label.terms().trial() == null;
    }

    boolean counted() {
        return stage != Stage.SCORED;
    }

    /** What is counted in the skill at first; of a tutorial nothing is ({@link #measures}). */
    public Score score() {
        return scoreOf(credit);
    }

    /** What counts by now: all of it where an appeal has raised it. */
    Score standing() {
        return scoreOf(repair == Repair.DONE ? 1 : credit);
    }

    private Score scoreOf(double right) {
        return new Score(id(), label.workerId(), skill, projectId, 1, right, scoredAt);
    }

    GoldLabel held(Instant until, boolean drawn) {
        return staged(Stage.HELD, until, drawn ? null : projectId, null);
    }

    GoldLabel published(Instant at) {
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
                repair,
                credit,
                undoing);
    }

    /** Accepted after all; its score is still to be corrected. */
    GoldLabel upheld(String why, Instant at) {
        return corrected(judgement.upheld(why), at, Repair.PENDING);
    }

    GoldLabel repaired() {
        return corrected(judgement, toldAt, Repair.DONE);
    }

    Score correction() {
        return score().corrected();
    }

    LabelReviewed correctedVerdict(Instant at, CorrectionReason why) {
        return judgement.event(taskId, projectId, label, at, why);
    }

    private GoldLabel corrected(Judgement next, @Nullable Instant at, Repair how) {
        return new GoldLabel(
                taskId, projectId, skill, label, next, scoredAt, teaches, stage, heldUntil, undrawn,
                at, how, credit, undoing);
    }

    LabelReviewed verdict(Instant at) {
        return judgement.event(taskId, projectId, label, at);
    }

    private GoldLabel staged(
            Stage next, @Nullable Instant until, @Nullable String waiting, @Nullable Instant told) {
        return new GoldLabel(
                taskId, projectId, skill, label, judgement, scoredAt, teaches, next, until, waiting,
                told, repair, credit, undoing);
    }

    /** The gold is no longer trusted: whatever it cost the worker is given back. */
    GoldLabel undone(Undoing next, @Nullable Instant correctedAt) {
        return new GoldLabel(
                taskId,
                projectId,
                skill,
                label,
                right() ? judgement : judgement.waived(),
                scoredAt,
                teaches,
                stage,
                heldUntil,
                undrawn,
                correctedAt,
                repair,
                credit,
                next);
    }

    /** What takes its score away. */
    Score undoneScore() {
        return standing().undone();
    }

    /** True while an appeal has changed the verdict and not yet the score. */
    boolean awaitsRepair() {
        return repair == Repair.PENDING;
    }

    /** True if a verdict has been told that {@link #undone} puts right. */
    boolean owesVerdict() {
        return stage == Stage.TOLD && !right();
    }

    /** True of the id of a score, a correction or one taken away, if it is marked as counted. */
    boolean marks(String scoreId) {
        return switch (Score.kindOf(scoreId)) {
            case SCORE -> counted();
            case CORRECTION -> repair == Repair.DONE;
            case UNDONE -> undoing == Undoing.DONE;
        };
    }
}
