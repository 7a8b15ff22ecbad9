package io.assay.review.outcome;

import io.assay.events.Decider;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewRecord;
import io.assay.review.task.ReviewedTask;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from a task's outcome for each submission. */
public final class Verdicts {
    private Verdicts() {}

    /** Null while there is no outcome. */
    public static @Nullable Judgement of(
            ReviewedTask task, Submission submission, Tolerance tolerance) {
        return switch (task.progress()) {
            case Progress.Open _, Progress.Escalated _ -> null;
            case Progress.Answered answered ->
                    switch (submission) {
                        case Submission.Label label -> compared(task, answered, label, tolerance);
                        case Submission.Flag flag ->
                                Judgement.flagOverruled(flag, basis(answered)).by(clause(task));
                    };
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

    /** Nobody is rejected by a guideline that they had not seen. */
    private static Judgement compared(
            ReviewedTask task,
            Progress.Answered answered,
            Submission.Label label,
            Tolerance tolerance) {
        Judgement judgement = Judgement.of(label, answered.answer(), tolerance, basis(answered));
        Integer by = task.trail().guidelineVersion();
        if (judgement.verdict() == Verdict.ACCEPTED) {
            return judgement;
        }
        return by != null && label.terms().guidelineVersion() < by
                ? judgement.ofOlderGuideline()
                : judgement.by(clause(task));
    }

    private static VerdictBasis basis(Progress.Answered answered) {
        return answered.decidedBy() == Decider.REVIEWER
                ? VerdictBasis.REVIEWER
                : VerdictBasis.CONSENSUS;
    }

    /** Of the reviewer who decided, if one did and named it. */
    private static @Nullable String clause(ReviewedTask task) {
        String decider =
                task.progress() instanceof Progress.Answered answered ? answered.reviewer() : null;
        Optional<ReviewRecord> last =
                task.trail().reviews().reversed().stream()
                        .filter(review -> review.reviewer().equals(decider))
                        .findFirst();
        return last.map(review -> review.grounds().clause()).orElse(null);
    }
}
