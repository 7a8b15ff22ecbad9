package io.assay.review.adjudication;

import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.review.task.CountedSubmission;
import io.assay.review.task.Decision;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import java.util.OptionalInt;

/** Nobody is rejected by a version of the guideline that they had not seen. */
final class GuidelineRule {
    private GuidelineRule() {}

    /**
     * The oldest version of a submission that the ruling would reject by a newer one; empty if
     * there is none.
     */
    static OptionalInt outdated(ReviewedTask task, ReviewerDecision ruling, Tolerance tolerance) {
        Integer by = ruling.grounds().guidelineVersion();
        return by == null
                ? OptionalInt.empty()
                : task.taken().stream()
                        .filter(taken -> rejects(ruling.decision(), taken, tolerance))
                        .mapToInt(taken -> taken.submission().terms().guidelineVersion())
                        .filter(version -> version < by)
                        .min();
    }

    /** What is accepted already stays so. */
    private static boolean rejects(
            Decision decision, CountedSubmission taken, Tolerance tolerance) {
        Judgement judged = taken.judgement();
        if (judged != null && judged.verdict() == Verdict.ACCEPTED) {
            return false;
        }
        return switch (decision) {
            case Decision.Accepted _, Decision.Unlabelable _ -> false;
            case Decision.Answered answered ->
                    switch (taken.submission()) {
                        case Submission.Flag _ -> true;
                        case Submission.Label label ->
                                Judgement.of(
                                                        label,
                                                        answered.answer(),
                                                        tolerance,
                                                        VerdictBasis.REVIEWER)
                                                .verdict()
                                        == Verdict.REJECTED;
                    };
        };
    }
}
