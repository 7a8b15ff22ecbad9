package io.assay.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a project; the newest sequence wins.
 *
 * @param requesterId who owns it
 * @param mediaKind {@code image} so far
 * @param goldRate share of a worker's tasks that are gold, 0 to 0.5
 * @param holdDays how long an earning is held before it may be paid out, 0 to 90
 * @param budget most that may be spent and reserved
 * @param partners who may read its results beside the requester, at most 100 ids
 * @param reviewRule {@link ReviewRule#DEFAULT} if absent
 * @param goldRule {@link GoldRule#DEFAULT} if absent
 * @param applications when it takes new workers; always, and any number, if absent
 */
public record ProjectChanged(
        String projectId,
        String requesterId,
        String name,
        ProjectStatus status,
        String mediaKind,
        Ontology ontology,
        Guideline guideline,
        RateCard rateCard,
        OverlapRule overlap,
        double goldRate,
        TierRule tierRule,
        LeaseRule leaseRule,
        int holdDays,
        Money budget,
        List<String> partners,
        Instant changedAt,
        @Nullable ReviewRule reviewRule,
        @Nullable GoldRule goldRule,
        @Nullable ApplicationRule applications)
        implements Event {

    public ProjectChanged {
        partners = List.copyOf(partners);
    }

    /** With what holds for a project that says nothing of it. */
    public ProjectChanged(
            String projectId,
            String requesterId,
            String name,
            ProjectStatus status,
            String mediaKind,
            Ontology ontology,
            Guideline guideline,
            RateCard rateCard,
            OverlapRule overlap,
            double goldRate,
            TierRule tierRule,
            LeaseRule leaseRule,
            int holdDays,
            Money budget,
            List<String> partners,
            Instant changedAt) {
        this(
                projectId,
                requesterId,
                name,
                status,
                mediaKind,
                ontology,
                guideline,
                rateCard,
                overlap,
                goldRate,
                tierRule,
                leaseRule,
                holdDays,
                budget,
                partners,
                changedAt,
                null,
                null,
                null);
    }

    /** Taking new workers always. */
    public ProjectChanged(
            String projectId,
            String requesterId,
            String name,
            ProjectStatus status,
            String mediaKind,
            Ontology ontology,
            Guideline guideline,
            RateCard rateCard,
            OverlapRule overlap,
            double goldRate,
            TierRule tierRule,
            LeaseRule leaseRule,
            int holdDays,
            Money budget,
            List<String> partners,
            Instant changedAt,
            @Nullable ReviewRule reviewRule,
            @Nullable GoldRule goldRule) {
        this(
                projectId,
                requesterId,
                name,
                status,
                mediaKind,
                ontology,
                guideline,
                rateCard,
                overlap,
                goldRate,
                tierRule,
                leaseRule,
                holdDays,
                budget,
                partners,
                changedAt,
                reviewRule,
                goldRule,
                null);
    }

    /** Share of gold for a worker whose skill needs it so much, 0 to 1. */
    public double goldRate(double need) {
        return (goldRule == null ? GoldRule.DEFAULT : goldRule).rate(goldRate, need);
    }

    /** The same with another guideline, or with less of it. */
    public ProjectChanged withGuideline(Guideline next) {
        return new ProjectChanged(
                projectId,
                requesterId,
                name,
                status,
                mediaKind,
                ontology,
                next,
                rateCard,
                overlap,
                goldRate,
                tierRule,
                leaseRule,
                holdDays,
                budget,
                partners,
                changedAt,
                reviewRule,
                goldRule,
                applications);
    }

    @Override
    public String key() {
        return projectId;
    }
}
