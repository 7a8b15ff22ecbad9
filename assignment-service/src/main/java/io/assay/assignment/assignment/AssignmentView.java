package io.assay.assignment.assignment;

import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Money;
import io.assay.events.Point;
import io.assay.events.ReturnReason;
import io.assay.events.Tool;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as its worker sees it. Nothing here, neither a field nor an order, tells a gold
 * task from another.
 *
 * @param state leased, submitted, flagged, returned or reviewed
 * @param preLabel shown to correct, or with tool {@code verification} to judge; absent if there is
 *     none
 * @param guidelineVersion that the worker had acknowledged, and by which the label is judged
 * @param price for the label if accepted
 * @param answer as submitted
 * @param flag as raised
 * @param returned why the lease ended without an answer
 * @param verdict once reviewed
 */
public record AssignmentView(
        String assignmentId,
        String projectId,
        String state,
        MediaView media,
        Tool tool,
        @Nullable Answer preLabel,
        int guidelineVersion,
        Money price,
        Instant leasedAt,
        Instant expiresAt,
        @Nullable Answer answer,
        @Nullable FlagView flag,
        @Nullable Instant submittedAt,
        @Nullable ReturnReason returned,
        @Nullable VerdictView verdict) {

    /**
     * @param url relative to the gateway, for this assignment alone; valid a little longer than the
     *     lease, and once answered, for an hour at least from now
     * @param width in pixels, where known
     * @param height in pixels, where known
     */
    public record MediaView(
            String kind, String url, @Nullable Integer width, @Nullable Integer height) {}

    public record FlagView(FlagReason reason, @Nullable String comment, @Nullable Point mark) {}

    /**
     * @param reviewedAt to the second: finer it would show what was judged together
     */
    public record VerdictView(
            Verdict verdict, VerdictReason reason, String explanation, Instant reviewedAt) {}
}
