package io.assay.task.project;

import io.assay.events.Guideline;
import io.assay.events.Ids;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.RateCard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A labelling project as it stands.
 *
 * @param requesterId who owns it
 * @param guidelineVersion 1 for the first, counted up by each new text
 * @param materialSince the version that last changed what is asked
 * @param rateVersion 1 for the first price, counted up by each new one
 * @param createdAs fingerprint of the request that created it, by which a repeat is recognised
 */
public record Project(
        String projectId,
        String requesterId,
        ProjectStatus status,
        ProjectSpec spec,
        int guidelineVersion,
        int materialSince,
        int rateVersion,
        String createdAs,
        Instant createdAt,
        Instant changedAt) {

    static Project draft(
            String projectId, String requesterId, ProjectSpec spec, String createdAs, Instant now) {
        return new Project(
                projectId, requesterId, ProjectStatus.DRAFT, spec, 1, 1, 1, createdAs, now, now);
    }

    /** Tasks may be added from the first publication until it is closed. */
    public boolean takesTasks() {
        return status == ProjectStatus.PUBLISHED || status == ProjectStatus.PAUSED;
    }

    Project with(ProjectStatus next, Instant now) {
        return new Project(
                projectId,
                requesterId,
                next,
                spec,
                guidelineVersion,
                materialSince,
                rateVersion,
                createdAs,
                createdAt,
                now);
    }

    /**
     * A new text and a new price get a new version each; the rest just replaces.
     *
     * @param change what a new text changes
     */
    Project with(ProjectSpec next, GuidelineChange change, Instant now) {
        boolean sameText = next.guideline().equals(spec.guideline());
        int version = sameText ? guidelineVersion : guidelineVersion + 1;
        return new Project(
                projectId,
                requesterId,
                status,
                next,
                version,
                sameText || change == GuidelineChange.EDITORIAL ? materialSince : version,
                next.pricesLike(spec) ? rateVersion : rateVersion + 1,
                createdAs,
                createdAt,
                now);
    }

    ProjectChanged changed() {
        return new ProjectChanged(
                projectId,
                requesterId,
                spec.name(),
                status,
                "image",
                spec.ontology(),
                guideline(),
                new RateCard(rateVersion, spec.basePrice(), spec.tierPermille()),
                spec.overlap(),
                spec.goldRate(),
                spec.tierRule(),
                spec.leaseRule(),
                spec.holdDays(),
                spec.budget(),
                spec.partners(),
                changedAt,
                spec.reviewRule(),
                spec.goldRule(),
                spec.applications());
    }

    Guideline guideline() {
        byte[] utf8 = spec.guideline().getBytes(StandardCharsets.UTF_8);
        return new Guideline(
                guidelineVersion, Ids.sha256Hex(utf8), spec.guideline(), materialSince);
    }
}
