package io.assay.review.project;

import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.truth.consensus.Tolerance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What review needs to know of a project.
 *
 * @param requesterId whose it is
 * @param status null if it came before this was kept
 * @param sequence of the event it came with; older ones are refused
 * @param skill that its labels are made in, and its gold answers measure
 * @param guidelineVersion current
 * @param rules that its labels are judged by, by when they were leased
 * @param freezing whether its verdicts are held; our own, not received
 * @param settled false until the tasks that waited for this state have been looked at again
 * @param longestLease how long a lease of it has ever lasted at most, in seconds; null if unknown
 * @param closedAt from then on none was given; null while it is open, or if unknown
 */
public record ReviewedProject(
        String projectId,
        String requesterId,
        @Nullable ProjectStatus status,
        long sequence,
        String name,
        Ontology ontology,
        OverlapRule overlap,
        String skill,
        int guidelineVersion,
        RuleHistory rules,
        FreezeState freezing,
        boolean settled,
        @Nullable Long longestLease,
        @Nullable Instant closedAt) {

    public ReviewedProject {
        freezing = FreezeState.orNone(freezing);
    }

    public static ReviewedProject of(ProjectChanged event, long sequence) {
        return new ReviewedProject(
                event.projectId(),
                event.requesterId(),
                event.status(),
                sequence,
                event.name(),
                event.ontology(),
                event.overlap(),
                event.tierRule().skill(),
                event.guideline().version(),
                RuleHistory.of(event),
                FreezeState.NONE,
                false,
                event.leaseRule().mostSeconds(),
                event.status() == ProjectStatus.CLOSED ? event.changedAt() : null);
    }

    /** The newer of the two; waiting tasks need a look only if what decides them has changed. */
    public ReviewedProject succeededBy(ReviewedProject next) {
        if (next.sequence <= sequence) {
            return this;
        }
        ReviewedProject newer =
                next.leasedAsLongAs(this).with(rules.followedBy(next.rules), freezing, false);
        return settled && decidesLike(newer) ? newer.asSettled() : newer;
    }

    /** True if every task would be decided in the same way under the other. */
    public boolean decidesLike(ReviewedProject other) {
        return overlap.equals(other.overlap)
                && classIds().equals(other.classIds())
                && freezing.equals(other.freezing);
    }

    /** Closed once is closed for good, whatever is told of it since. */
    private ReviewedProject leasedAsLongAs(ReviewedProject before) {
        return new ReviewedProject(
                projectId,
                requesterId,
                status,
                sequence,
                name,
                ontology,
                overlap,
                skill,
                guidelineVersion,
                rules,
                freezing,
                settled,
                longer(longestLease, before.longestLease),
                before.closedAt == null ? closedAt : before.closedAt);
    }

    private static @Nullable Long longer(@Nullable Long a, @Nullable Long b) {
        return a == null || b == null ? null : Long.valueOf(Math.max(a, b));
    }

    /** True if no lease that was given before then can still be alive. */
    public boolean leasesEnded(Instant givenBefore, Instant now) {
        return longestLease != null && now.isAfter(givenBefore.plusSeconds(longestLease));
    }

    /** True if it is closed, and what was leased until then is over, too. */
    public boolean over(Instant now) {
        return closedAt != null && leasesEnded(closedAt, now);
    }

    /** Share of its results that is audited, 0 to 1. */
    public double auditRate() {
        return rules.current().review().auditRate();
    }

    /** How long after a rejection its worker may appeal, if the label was leased then. */
    public Duration appealWindow(Instant leasedAt) {
        return rules.at(leasedAt).appealWindow();
    }

    /** True while it gives out no work; what is labelled is reviewed all the same. */
    public boolean paused() {
        return status == ProjectStatus.PAUSED;
    }

    /** True while its verdicts are held. */
    public boolean frozen() {
        return freezing.freeze() != null;
    }

    /** True unless they are held, or were until a moment ago. */
    public boolean mayFreeze(Instant now) {
        return freezing.mayFreeze(now);
    }

    /** True if what was handed in then is not to be rejected. */
    public boolean waives(Instant submittedAt) {
        Instant until = freezing.waivedUntil();
        return until != null && !submittedAt.isAfter(until);
    }

    ReviewedProject frozen(Freeze freeze) {
        return with(rules, freezing.frozen(freeze), settled);
    }

    ReviewedProject ended(boolean waived, Instant now) {
        return with(rules, freezing.ended(waived, now), false);
    }

    /** How far an answer that is leased now must agree with the accepted one. */
    public Tolerance tolerance(Tolerance usual) {
        return usual.by(rules.current().gold());
    }

    /** How far an answer that was leased then must agree, whatever the accepted one rests on. */
    public Tolerance tolerance(Tolerance usual, Instant leasedAt) {
        return usual.by(rules.at(leasedAt).gold());
    }

    public ReviewedProject asSettled() {
        return with(rules, freezing, true);
    }

    private ReviewedProject with(RuleHistory nextRules, FreezeState next, boolean isSettled) {
        return new ReviewedProject(
                projectId,
                requesterId,
                status,
                sequence,
                name,
                ontology,
                overlap,
                skill,
                guidelineVersion,
                nextRules,
                next,
                isSettled,
                longestLease,
                closedAt);
    }

    private List<String> classIds() {
        return ontology.classes().stream().map(LabelClass::id).toList();
    }
}
