package io.assay.review.task;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the current result came about.
 *
 * @param version of the result, counted up by each that replaces it; 0 before the first
 * @param posterior probability of the labels' own answer; null without labels
 * @param guidelineVersion that labels are held against; an older label that differs is not
 *     rejected. Null: each label by its own.
 * @param reviews in the order of time
 */
public record ResultHistory(
        int version,
        @Nullable Double posterior,
        @Nullable Integer guidelineVersion,
        List<ReviewRecord> reviews) {

    static final ResultHistory NONE = new ResultHistory(0, null, null, List.of());

    public ResultHistory {
        reviews = List.copyOf(reviews);
    }

    /** Tasks that were stored before there were trails have none. */
    static ResultHistory orNone(@Nullable ResultHistory trail) {
        return trail == null ? NONE : trail;
    }

    /** The first result, or one that replaces it. */
    public ResultHistory decided(@Nullable Double nextPosterior, @Nullable Integer nextGuideline) {
        return new ResultHistory(version + 1, nextPosterior, nextGuideline, reviews);
    }

    /** By somebody who looked at it; the labels' own answer is what it was. */
    public ResultHistory replaced(@Nullable Integer nextGuideline) {
        return replaced(posterior, nextGuideline);
    }

    public ResultHistory replaced(@Nullable Double nextPosterior, @Nullable Integer nextGuideline) {
        // results were published before histories were kept
        return new ResultHistory(Math.max(version, 1) + 1, nextPosterior, nextGuideline, reviews);
    }

    public ResultHistory reviewed(ReviewRecord review) {
        return new ResultHistory(
                version, posterior, guidelineVersion, ReviewedTask.append(reviews, review));
    }

    /** The decision on an appeal about this assignment. */
    public Optional<ReviewRecord> appeal(String assignmentId) {
        return reviews.stream().filter(review -> assignmentId.equals(review.about())).findFirst();
    }
}
