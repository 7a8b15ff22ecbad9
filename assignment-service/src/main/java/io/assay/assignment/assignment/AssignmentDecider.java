package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Answered;
import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Leased;
import io.assay.assignment.assignment.Assignment.Returned;
import io.assay.assignment.assignment.Assignment.Review;
import io.assay.assignment.assignment.Assignment.Reviewed;
import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Decided;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Refused;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Repeated;
import io.assay.events.AnswerRules;
import io.assay.events.AssignmentReturned;
import io.assay.events.Event;
import io.assay.events.LabelFlagged;
import io.assay.events.LabelReviewed;
import io.assay.events.LabelSubmitted;
import io.assay.events.LeaseRule;
import io.assay.events.Media;
import io.assay.events.Point;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.ReturnReason;
import io.assay.events.TaskAssigned;
import java.time.Instant;
import java.util.List;

/** What may happen to an assignment, and which events it publishes. */
final class AssignmentDecider {

    /** What becomes of a command. */
    sealed interface Decision {

        record Decided(Assignment next, List<Event> events) implements Decision {}

        /** The same was done before: the same answer again. */
        record Repeated(Assignment state) implements Decision {}

        sealed interface Refused extends Decision {}

        /** There is none, or it is another worker's. */
        record NotFound() implements Refused {}

        /** Answered before, otherwise. */
        record AlreadyAnswered() implements Refused {}

        /** The time ran out and the task was given back. */
        record LeaseExpired() implements Refused {}

        /** Skipped or released before. */
        record AlreadyReturned() implements Refused {}

        /** The time that the project allows for one assignment in all ends at {@code last}. */
        record ExtendedEnough(Instant last) implements Refused {}

        /** No more time is given to what is closed. */
        record ProjectClosed() implements Refused {}

        /** The answer breaks the rules of the project. */
        record Invalid(List<String> problems) implements Refused {}
    }

    private AssignmentDecider() {}

    /**
     * An answer counts as long as the lease was not returned, even if its time has run out: nobody
     * else was given the task yet.
     */
    static Decision submit(Assignment assignment, Submission work, Instant now) {
        return switch (assignment) {
            case Leased(Lease lease) ->
                    new Decided(
                            new Answered(lease, work, now), List.of(answered(lease, work, now)));
            case Answered(_, Submission before, _) -> repeated(assignment, before.equals(work));
            case Reviewed(_, Submission before, _, _) -> repeated(assignment, before.equals(work));
            case Returned(_, ReturnReason reason, _) -> goneBy(reason);
        };
    }

    /** As {@link #submit}, if the answer keeps to the rules of the project. */
    static Decision label(
            Assignment assignment, Submission.Label label, ProjectChanged project, Instant now) {
        Media media = assignment.lease().media();
        List<String> problems =
                AnswerRules.problems(
                        label.answer(), project.ontology(), media.width(), media.height());
        return problems.isEmpty() ? submit(assignment, label, now) : new Decision.Invalid(problems);
    }

    /** As {@link #submit}, if what is marked lies in the picture. */
    static Decision flag(Assignment assignment, Submission.Flag flag, Instant now) {
        Point mark = flag.mark();
        return mark == null || contains(assignment.lease().media(), mark)
                ? submit(assignment, flag, now)
                : new Decision.Invalid(List.of("mark: outside the picture"));
    }

    private static boolean contains(Media picture, Point point) {
        Integer width = picture.width();
        Integer height = picture.height();
        return point.x() >= 0
                && point.y() >= 0
                && (width == null || point.x() <= width)
                && (height == null || point.y() <= height);
    }

    static Decision giveBack(Assignment assignment, ReturnReason reason, Instant now) {
        return switch (assignment) {
            case Leased(Lease lease) ->
                    new Decided(
                            new Returned(lease, reason, now),
                            List.of(returned(lease, reason, now)));
            case Returned(_, ReturnReason before, _) when before == reason ->
                    new Repeated(assignment);
            case Returned(_, ReturnReason before, _) -> goneBy(before);
            case Answered _, Reviewed _ -> new Decision.AlreadyAnswered();
        };
    }

    /** As the timer asks: a lease that was extended meanwhile stays. */
    static Decision expire(Assignment assignment, Instant now) {
        return assignment instanceof Leased(Lease lease) && lease.expiresAt().isAfter(now)
                ? new Repeated(assignment)
                : giveBack(assignment, ReturnReason.EXPIRED, now);
    }

    static Decision extend(Assignment assignment, ProjectChanged project, Instant now) {
        return project.status() == ProjectStatus.CLOSED
                ? new Decision.ProjectClosed()
                : extend(assignment, project.leaseRule(), now);
    }

    /**
     * The whole time again from now on, never beyond what the project allows in all. No event is
     * published: the owner of the partition reads the store before it ends a lease.
     */
    static Decision extend(Assignment assignment, LeaseRule rule, Instant now) {
        return switch (assignment) {
            case Leased(Lease lease) -> extend(lease, rule, now);
            case Returned(_, ReturnReason reason, _) -> goneBy(reason);
            case Answered _, Reviewed _ -> new Decision.AlreadyAnswered();
        };
    }

    private static Decision extend(Lease lease, LeaseRule rule, Instant now) {
        Instant wanted = now.plusSeconds(rule.seconds());
        Instant last = lease.leasedAt().plusSeconds(rule.mostSeconds());
        Instant until = wanted.isBefore(last) ? wanted : last;
        if (until.isAfter(lease.expiresAt())) {
            return new Decided(new Leased(lease.until(until)), List.of());
        }
        return last.isAfter(lease.expiresAt())
                ? new Repeated(new Leased(lease))
                : new Decision.ExtendedEnough(last);
    }

    /** The same state if the verdict is not news. */
    static Assignment review(Assignment assignment, LabelReviewed event) {
        Review review =
                new Review(
                        event.verdict(), event.reason(), event.explanation(), event.reviewedAt());
        return switch (assignment) {
            case Answered(Lease lease, Submission work, Instant at) ->
                    new Reviewed(lease, work, at, review);
            case Reviewed(Lease lease, Submission work, Instant at, Review before)
                    when review.reviewedAt().isAfter(before.reviewedAt()) ->
                    new Reviewed(lease, work, at, review);
            case Reviewed _, Leased _, Returned _ -> assignment;
        };
    }

    static TaskAssigned assigned(Lease lease) {
        return new TaskAssigned(
                lease.assignmentId(),
                lease.taskId(),
                lease.projectId(),
                lease.workerId(),
                lease.terms(),
                lease.leasedAt(),
                lease.expiresAt());
    }

    private static Decision repeated(Assignment assignment, boolean same) {
        return same ? new Repeated(assignment) : new Decision.AlreadyAnswered();
    }

    private static Refused goneBy(ReturnReason reason) {
        return switch (reason) {
            case EXPIRED -> new Decision.LeaseExpired();
            case SKIPPED, RELEASED -> new Decision.AlreadyReturned();
        };
    }

    private static Event answered(Lease lease, Submission work, Instant now) {
        return switch (work) {
            case Submission.Label label ->
                    new LabelSubmitted(
                            lease.assignmentId(),
                            lease.taskId(),
                            lease.projectId(),
                            lease.workerId(),
                            lease.terms(),
                            label.answer(),
                            lease.leasedAt(),
                            now);
            case Submission.Flag flag ->
                    new LabelFlagged(
                            lease.assignmentId(),
                            lease.taskId(),
                            lease.projectId(),
                            lease.workerId(),
                            lease.terms(),
                            flag.reason(),
                            flag.comment(),
                            flag.mark(),
                            lease.leasedAt(),
                            now);
        };
    }

    private static AssignmentReturned returned(Lease lease, ReturnReason reason, Instant now) {
        return new AssignmentReturned(
                lease.assignmentId(),
                lease.taskId(),
                lease.projectId(),
                lease.workerId(),
                lease.terms(),
                reason,
                now);
    }
}
