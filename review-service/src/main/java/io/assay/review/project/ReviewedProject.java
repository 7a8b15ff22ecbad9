package io.assay.review.project;

import io.assay.events.GoldRule;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ReviewRule;
import io.assay.review.consensus.Tolerance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What review needs to know of a project.
 *
 * @param sequence of the event it was learnt from; older ones are refused
 * @param skill that its labels are made in, and its gold answers measure
 * @param guidelineVersion current
 * @param goldRule null if the project says nothing of it
 * @param reviewRule null where it was learnt before there were any
 * @param freezing whether its verdicts are held; our own, not learnt
 * @param settled false until the tasks that waited for this state have been looked at again
 */
public record ReviewedProject(
        String projectId,
        long sequence,
        String name,
        Ontology ontology,
        OverlapRule overlap,
        String skill,
        int guidelineVersion,
        @Nullable GoldRule goldRule,
        @Nullable ReviewRule reviewRule,
        Freezing freezing,
        boolean settled) {

    public ReviewedProject {
        freezing = Freezing.orNone(freezing);
    }

    public static ReviewedProject of(ProjectChanged event, long sequence) {
        return new ReviewedProject(
                event.projectId(),
                sequence,
                event.name(),
                event.ontology(),
                event.overlap(),
                event.tierRule().skill(),
                event.guideline().version(),
                event.goldRule(),
                event.reviewRule(),
                Freezing.NONE,
                false);
    }

    /** The newer of the two; waiting tasks need a look only if what decides them has changed. */
    public ReviewedProject succeededBy(ReviewedProject next) {
        if (next.sequence <= sequence) {
            return this;
        }
        ReviewedProject newer = next.with(freezing, false);
        return settled && decidesLike(newer) ? newer.asSettled() : newer;
    }

    /** True if every task would be decided in the same way under the other. */
    public boolean decidesLike(ReviewedProject other) {
        return overlap.equals(other.overlap)
                && classIds().equals(other.classIds())
                && freezing.equals(other.freezing);
    }

    /** Share of its results that is audited, 0 to 1. */
    public double auditRate() {
        return rule().auditRate();
    }

    /** How long after a rejection a worker may appeal. */
    public Duration appealWindow() {
        return Duration.ofDays(rule().appealDays());
    }

    private ReviewRule rule() {
        return Objects.requireNonNullElse(reviewRule, ReviewRule.DEFAULT);
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
        return with(freezing.frozen(freeze), settled);
    }

    ReviewedProject thawed(boolean waived, Instant now) {
        return with(freezing.thawed(waived, now), false);
    }

    /** How far an answer must agree with the accepted one, whatever that rests on. */
    public Tolerance tolerance(Tolerance usual) {
        return goldRule == null ? usual : usual.by(goldRule);
    }

    public ReviewedProject asSettled() {
        return with(freezing, true);
    }

    private ReviewedProject with(Freezing next, boolean isSettled) {
        return new ReviewedProject(
                projectId,
                sequence,
                name,
                ontology,
                overlap,
                skill,
                guidelineVersion,
                goldRule,
                reviewRule,
                next,
                isSettled);
    }

    private List<String> classIds() {
        return ontology.classes().stream().map(LabelClass::id).toList();
    }
}
