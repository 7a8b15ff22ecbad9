package io.assay.review.verdict;

import io.assay.events.Answer;
import io.assay.events.CorrectionReason;
import io.assay.events.LabelReviewed;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.events.VerdictReason;
import io.assay.truth.consensus.Agreement;
import io.assay.truth.consensus.ClassScores;
import io.assay.truth.consensus.Credit;
import io.assay.truth.consensus.Tolerance;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What review says of one submission.
 *
 * @param explanation for the worker; of one form whatever the verdict rests on, and without the
 *     accepted answer, so that neither a gold task nor its answer can be read off it
 * @param score agreement with the accepted answer, 0 to 1
 * @param clause of the guideline that a reviewer named; null if none did
 */
public record Judgement(
        Verdict verdict,
        VerdictReason reason,
        VerdictBasis basis,
        String explanation,
        double score,
        @Nullable String clause) {

    /** Without a clause. */
    public Judgement(
            Verdict verdict,
            VerdictReason reason,
            VerdictBasis basis,
            String explanation,
            double score) {
        this(verdict, reason, basis, explanation, score, null);
    }

    /** An answer held against the accepted one. */
    public static Judgement of(
            Submission.Label label, Answer accepted, Tolerance tolerance, VerdictBasis basis) {
        double score = Agreement.between(label.answer(), accepted, tolerance.credit());
        double needed = tolerance.needed(accepted);
        boolean agrees = score >= needed;
        return new Judgement(
                agrees ? Verdict.ACCEPTED : Verdict.REJECTED,
                agrees ? VerdictReason.AGREES : VerdictReason.DIFFERS,
                basis,
                Explanations.compared(
                        label.answer().tool(),
                        agrees,
                        score,
                        needed,
                        label.terms().guidelineVersion(),
                        tolerance.credit()),
                score);
    }

    /** Someone else could answer. */
    public static Judgement flagOverruled(Submission.Flag flag, VerdictBasis basis) {
        return new Judgement(
                Verdict.REJECTED,
                VerdictReason.FLAG_OVERRULED,
                basis,
                Explanations.overruled(flag.terms().guidelineVersion()),
                0);
    }

    public static Judgement flagUpheld(VerdictBasis basis) {
        return new Judgement(
                Verdict.ACCEPTED, VerdictReason.FLAG_UPHELD, basis, Explanations.UPHELD, 1);
    }

    /** An honest answer to a picture that turned out not to have one. */
    public static Judgement unlabelable() {
        return new Judgement(
                Verdict.ACCEPTED,
                VerdictReason.UNLABELABLE,
                VerdictBasis.REVIEWER,
                Explanations.UNLABELABLE,
                1);
    }

    /**
     * An answer to a picture that is no longer wanted, or whose known answer is no longer trusted:
     * there is nothing to hold it against, so it is honest work. Told as UNLABELABLE, the reason
     * for "paid without comparison".
     */
    public static Judgement notCompared(VerdictBasis basis) {
        return new Judgement(
                Verdict.ACCEPTED, VerdictReason.UNLABELABLE, basis, Explanations.NOT_COMPARED, 1);
    }

    /**
     * The same verdict with the right answer, and where there are several how far each class was
     * right: for training only.
     */
    public Judgement teaching(Answer given, Answer right, Credit credit) {
        String byClass = Explanations.byClass(ClassScores.of(given, right, credit));
        return new Judgement(
                verdict,
                reason,
                basis,
                explanation + RightAnswer.inWords(right) + byClass,
                score,
                clause);
    }

    /** The same verdict, with the clause that it refers to. */
    public Judgement by(@Nullable String named) {
        return named == null
                ? this
                : new Judgement(
                        verdict, reason, basis, explanation + Explanations.by(named), score, named);
    }

    /** Of an answer that was given before the guideline that it would be rejected by. */
    public Judgement ofOlderGuideline() {
        return notCounted(Explanations.OLDER_GUIDELINE);
    }

    /** Of an answer that was rejected while rejections were not to be trusted. */
    public Judgement waived() {
        return notCounted(Explanations.WAIVED);
    }

    /** Another reviewer agreed with the worker. */
    public Judgement upheld(String why) {
        return new Judgement(
                Verdict.ACCEPTED,
                reason == VerdictReason.FLAG_OVERRULED
                        ? VerdictReason.FLAG_UPHELD
                        : VerdictReason.AGREES,
                VerdictBasis.REVIEWER,
                Explanations.upheld(why),
                1,
                clause);
    }

    /** What it is counted under when an appeal against it is upheld. */
    public String rule() {
        return (reason.name() + "/" + basis.name()).toLowerCase(Locale.ROOT);
    }

    private Judgement notCounted(String explanation) {
        return new Judgement(
                Verdict.ACCEPTED, VerdictReason.UNLABELABLE, basis, explanation, score, null);
    }

    public LabelReviewed event(String taskId, String projectId, Submission about, Instant at) {
        return event(taskId, projectId, about, at, null);
    }

    /**
     * @param corrects why it replaces an earlier verdict; null for the first
     */
    public LabelReviewed event(
            String taskId,
            String projectId,
            Submission about,
            Instant at,
            @Nullable CorrectionReason corrects) {
        return new LabelReviewed(
                about.assignmentId(),
                taskId,
                projectId,
                about.workerId(),
                about.terms(),
                verdict,
                reason,
                basis,
                explanation,
                score,
                at,
                clause,
                corrects);
    }
}
