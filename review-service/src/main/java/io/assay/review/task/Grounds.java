package io.assay.review.task;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer's finding refers to.
 *
 * @param clause of the guideline, 1 to 100 characters
 * @param guidelineVersion that the clause is of; null: of the version that each label was made
 *     under
 * @param comment for the worker, 1 to 500 characters
 */
public record Grounds(
        @Nullable String clause, @Nullable Integer guidelineVersion, @Nullable String comment) {

    public static final Grounds NONE = new Grounds(null, null, null);
}
