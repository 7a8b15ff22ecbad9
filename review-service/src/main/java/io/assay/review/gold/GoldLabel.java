package io.assay.review.gold;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
 * skill, held for a while, published.
 *
 * @param skill that it counts in
 * @param credit what of it was right, 0 to 1
 * @param stage how far its verdict has come
 * @param repair how far an appeal has corrected its score
 * @param undoing how far its score is taken back
 */
public record GoldLabel(
        String taskId,
        String projectId,
        String skill,
        Submission.Label label,
        Judgement judgement,
        double credit,
        Instant scoredAt,
        boolean teaches,
        Stage stage,
        Repair repair,
        Undoing undoing) {

    /** How far its verdict has come; never back. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Scored.class, name = "scored"),
        @JsonSubTypes.Type(value = Held.class, name = "held"),
        @JsonSubTypes.Type(value = Published.class, name = "published")
    })
    public sealed interface Stage {}

    /** Judged, perhaps not yet counted in the worker's skill. */
    record Scored() implements Stage {}

    /**
     * Counted; its verdict waits so that its timing reveals nothing.
     *
     * @param until when it is published
     * @param undrawn the project, as long as no delay of its consensus verdicts is known to imitate
     */
    public record Held(Instant until, @Nullable String undrawn) implements Stage {}

    /**
     * The verdict is out.
     *
     * @param at the last time
     */
    public record Published(Instant at) implements Stage {}

    /** How far the correction of its score has come. */
    enum Repair {
        NONE,
        /** the verdict is corrected, the score perhaps not yet */
        PENDING,
        /** so is the score */
        DONE
    }

    /** How far taking back has come; never back. */
    enum Undoing {
        /** the gold is trusted */
        NONE,
        /** its verdict is put right; its score may still count */
        DECIDED,
        /** its score counts no more */
        DONE
    }

    /** All of it for what is right, else as near as it came. */
    private static double creditOf(Judgement judgement, double needed) {
        return judgement.verdict() == Verdict.ACCEPTED
                ? 1
                : Math.clamp(judgement.score() / needed, 0, 1);
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
                creditOf(judgement, needed),
                now,
                false,
                new Scored(),
                Repair.NONE,
                Undoing.NONE);
    }

    /** Of a retired answer: honest work that says nothing of the worker. */
    public static GoldLabel unscored(
            Submission.Label label, String taskId, String projectId, String skill, Instant now) {
        return new GoldLabel(
                taskId,
                projectId,
                skill,
                label,
                Judgement.notCompared(VerdictBasis.GOLD),
                1,
                now,
                false,
                new Held(now, null),
                Repair.NONE,
                Undoing.DONE);
    }

    /** Of a training task: its worker sees the right answer at once. */
    public GoldLabel teaching(Answer right, Credit worth) {
        return new GoldLabel(
                taskId,
                projectId,
                skill,
                label,
                judgement.teaching(label.answer(), right, worth),
                credit,
                scoredAt,
                true,
                stage,
                repair,
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

    /** A tutorial's answers say nothing of what a worker can do. */
    public boolean measures() {
        return label.terms().trial() != Trial.TUTORIAL;
    }

    /** False of an answer in a tutorial or a test. */
    public boolean isWork() {
        return label.terms().trial() == null;
    }

    boolean counted() {
        return !(stage instanceof Scored);
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
        return with(judgement, new Held(until, drawn ? null : projectId), repair, undoing);
    }

    GoldLabel published(Instant at) {
        return with(judgement, new Published(at), repair, undoing);
    }

    /** Not rejected, as rejections were not to be trusted; its score stays. */
    GoldLabel waived() {
        return with(judgement.waived(), stage, repair, undoing);
    }

    /** Accepted after all; its score is still to be corrected. */
    GoldLabel upheld(String why, Instant at) {
        return with(judgement.upheld(why), new Published(at), Repair.PENDING, undoing);
    }

    GoldLabel repaired() {
        return with(judgement, stage, Repair.DONE, undoing);
    }

    private GoldLabel with(Judgement verdict, Stage stands, Repair repaired, Undoing undone) {
        return new GoldLabel(
                taskId, projectId, skill, label, verdict, credit, scoredAt, teaches, stands,
                repaired, undone);
    }

    Score correction() {
        return score().corrected();
    }

    LabelReviewed correctedVerdict(Instant at, CorrectionReason why) {
        return judgement.event(taskId, projectId, label, at, why);
    }

    LabelReviewed verdict(Instant at) {
        return judgement.event(taskId, projectId, label, at);
    }

    /** The gold is no longer trusted: whatever it cost the worker is given back. */
    GoldLabel undone() {
        return with(right() ? judgement : judgement.waived(), stage, repair, Undoing.DECIDED);
    }

    /** Its score counts no more. */
    GoldLabel scoreUndone() {
        return with(judgement, stage, repair, Undoing.DONE);
    }

    /** What takes its score away. */
    Score undoneScore() {
        return standing().undone();
    }

    /** True while an appeal has changed the verdict and not yet the score. */
    boolean awaitsRepair() {
        return repair == Repair.PENDING;
    }

    /** True if a verdict has been published that {@link #undone} puts right. */
    boolean owesVerdict() {
        return stage instanceof Published && !right();
    }

    /** When a correction is published: later than the verdict, also by another instance's clock. */
    Instant afterPublished(Instant now) {
        return stage instanceof Published(var at) && !now.isAfter(at) ? at.plusMillis(1) : now;
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
