package io.assay.task.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.ApplicationRule;
import io.assay.events.GoldRule;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectStatus;
import io.assay.events.ReviewRule;
import io.assay.events.TierRule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A project as it is read.
 *
 * @param guidelineMaterialSince the version that last changed what is asked
 */
record ProjectView(
        String id,
        String requesterId,
        ProjectStatus status,
        String name,
        Ontology ontology,
        String guideline,
        int guidelineVersion,
        int guidelineMaterialSince,
        ProjectBody.Rates rateCard,
        int rateVersion,
        OverlapRule overlap,
        double goldRate,
        TierRule tierRule,
        LeaseRule leaseRule,
        int holdDays,
        Money budget,
        List<String> partners,
        List<String> allowedHosts,
        ReviewRule reviewRule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GoldRule goldRule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ApplicationRule applications,
        Instant createdAt,
        Instant changedAt) {

    static ProjectView of(Project project) {
        ProjectSpec spec = project.spec();
        return new ProjectView(
                project.projectId(),
                project.requesterId(),
                project.status(),
                spec.name(),
                spec.ontology(),
                spec.guideline(),
                project.guidelineVersion(),
                project.materialSince(),
                new ProjectBody.Rates(spec.basePrice(), spec.tierPermille()),
                project.rateVersion(),
                spec.overlap(),
                spec.goldRate(),
                spec.tierRule(),
                spec.leaseRule(),
                spec.holdDays(),
                spec.budget(),
                spec.partners(),
                spec.allowedHosts(),
                Objects.requireNonNullElse(spec.reviewRule(), ReviewRule.DEFAULT),
                spec.goldRule(),
                spec.applications(),
                project.createdAt(),
                project.changedAt());
    }
}
