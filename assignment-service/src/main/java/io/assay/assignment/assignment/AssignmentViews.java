package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.assignment.assignment.AssignmentViews.AssignmentView.FlagView;
import io.assay.assignment.assignment.AssignmentViews.AssignmentView.MediaView;
import io.assay.assignment.assignment.AssignmentViews.AssignmentView.VerdictView;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Media;
import io.assay.events.Money;
import io.assay.events.Point;
import io.assay.events.ReturnReason;
import io.assay.events.Tool;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import io.assay.web.SignedPictures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows assignments to their workers. */
public final class AssignmentViews {

    /**
     * An assignment as its worker sees it. Nothing here, neither a field nor an order, tells a gold
     * task from another.
     *
     * @param state leased, submitted, flagged, returned or reviewed
     * @param preLabel shown to correct, or with tool {@code verification} to judge; absent if there
     *     is none
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
         * @param url relative to the gateway, for this assignment alone; valid a little longer than
         *     the lease, and once answered, for an hour at least from now
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

    /** The states of an assignment as its worker sees them. */
    enum State {
        LEASED("leased", null),
        SUBMITTED("answered", "label"),
        FLAGGED("answered", "flag"),
        RETURNED("returned", null),
        REVIEWED("reviewed", null);

        private final String status;
        private final @Nullable String work;

        State(String status, @Nullable String work) {
            this.status = status;
            this.work = work;
        }

        /** As stored. */
        String status() {
            return status;
        }

        /** As stored; null if it does not matter. */
        @Nullable String work() {
            return work;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(Assignment assignment) {
            return switch (assignment) {
                case Assignment.Leased _ -> LEASED;
                case Assignment.Answered(_, Submission.Label _, _) -> SUBMITTED;
                case Assignment.Answered(_, Submission.Flag _, _) -> FLAGGED;
                case Assignment.Returned _ -> RETURNED;
                case Assignment.Reviewed _ -> REVIEWED;
            };
        }

        static Optional<State> named(String label) {
            return Stream.of(values()).filter(state -> state.label().equals(label)).findFirst();
        }
    }

    /** How long a picture can be seen after the lease ran out: the answer may be under way. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    /** How long the picture of what is answered can be seen once its worker looked it up. */
    private static final Duration LOOK = Duration.ofHours(2);

    private final SignedPictures pictures;
    private final Clock clock;

    AssignmentViews(SignedPictures pictures, Clock clock) {
        this.pictures = pictures;
        this.clock = clock;
    }

    public AssignmentView view(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Leased _ -> view(assignment, null, null, null, null);
            case Assignment.Answered(_, Submission work, Instant at) ->
                    view(assignment, work, at, null, null);
            case Assignment.Returned(_, ReturnReason reason, _) ->
                    view(assignment, null, null, reason, null);
            case Assignment.Reviewed(_, Submission work, Instant at, Assignment.Review review) ->
                    view(assignment, work, at, null, review);
        };
    }

    private AssignmentView view(
            Assignment assignment,
            @Nullable Submission work,
            @Nullable Instant submittedAt,
            @Nullable ReturnReason returned,
            Assignment.@Nullable Review review) {
        Lease lease = assignment.lease();
        return new AssignmentView(
                lease.assignmentId(),
                lease.projectId(),
                State.of(assignment).label(),
                media(lease, work == null),
                lease.tool(),
                lease.preLabel(),
                lease.terms().guidelineVersion(),
                lease.terms().price(),
                lease.leasedAt(),
                lease.expiresAt(),
                answer(work),
                flag(work),
                submittedAt,
                returned,
                verdict(review));
    }

    private MediaView media(Lease lease, boolean unanswered) {
        Media media = lease.media();
        Instant leased = lease.expiresAt().plus(GRACE);
        String url =
                pictures.link(
                        media.ref(),
                        lease.assignmentId(),
                        unanswered ? leased : later(leased, nextLooks()));
        return new MediaView(media.kind(), url, media.width(), media.height());
    }

    /** The same within an hour, so that a browser asks for the picture once. */
    private Instant nextLooks() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(LOOK);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable Answer answer(@Nullable Submission work) {
        return work instanceof Submission.Label(Answer answer) ? answer : null;
    }

    private static @Nullable FlagView flag(@Nullable Submission work) {
        return work instanceof Submission.Flag flag
                ? new FlagView(flag.reason(), flag.comment(), flag.mark())
                : null;
    }

    private static @Nullable VerdictView verdict(Assignment.@Nullable Review review) {
        return review == null
                ? null
                : new VerdictView(
                        review.verdict(),
                        review.reason(),
                        review.explanation(),
                        review.reviewedAt().truncatedTo(ChronoUnit.SECONDS));
    }
}
