package io.assay.assignment.assignment;

import io.assay.assignment.assignment.AssignmentView.FlagView;
import io.assay.assignment.assignment.AssignmentView.MediaView;
import io.assay.assignment.assignment.AssignmentView.VerdictView;
import io.assay.events.Answer;
import io.assay.events.Media;
import io.assay.events.ReturnReason;
import io.assay.web.SignedPictures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Shows assignments to their workers. */
public final class AssignmentViews {

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
