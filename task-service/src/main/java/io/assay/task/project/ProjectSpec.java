package io.assay.task.project;

import io.assay.events.ApplicationRule;
import io.assay.events.GoldRule;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ReviewRule;
import io.assay.events.TierRule;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a requester decides about a project; {@link ProjectRules} has the limits.
 *
 * @param guideline what workers are asked to do, in Markdown
 * @param basePrice of an ordinary label
 * @param tierPermille price factor in thousandths by tier; in order, so that equal specs print
 *     alike
 * @param goldRate share of a worker's tasks that are gold
 * @param holdDays how long an earning is held before it may be paid out
 * @param partners who may read the results beside the requester
 * @param allowedHosts from which pictures may be referred to by URL, in lower case
 * @param reviewRule null where it was stored before there were any
 * @param goldRule null for what holds by itself
 * @param applications null if it takes new workers always
 */
public record ProjectSpec(
        String name,
        Ontology ontology,
        String guideline,
        Money basePrice,
        SortedMap<Integer, Integer> tierPermille,
        OverlapRule overlap,
        double goldRate,
        TierRule tierRule,
        LeaseRule leaseRule,
        int holdDays,
        Money budget,
        List<String> partners,
        List<String> allowedHosts,
        @Nullable ReviewRule reviewRule,
        @Nullable GoldRule goldRule,
        @Nullable ApplicationRule applications) {

    public ProjectSpec {
        tierPermille = Collections.unmodifiableSortedMap(new TreeMap<>(tierPermille));
        partners = List.copyOf(partners);
        allowedHosts = List.copyOf(allowedHosts);
    }

    public ProjectSpec(
            String name,
            Ontology ontology,
            String guideline,
            Money basePrice,
            SortedMap<Integer, Integer> tierPermille,
            OverlapRule overlap,
            double goldRate,
            TierRule tierRule,
            LeaseRule leaseRule,
            int holdDays,
            Money budget,
            List<String> partners,
            List<String> allowedHosts) {
        this(
                name,
                ontology,
                guideline,
                basePrice,
                tierPermille,
                overlap,
                goldRate,
                tierRule,
                leaseRule,
                holdDays,
                budget,
                partners,
                allowedHosts,
                null,
                null,
                null);
    }

    public ProjectSpec(
            String name,
            Ontology ontology,
            String guideline,
            Money basePrice,
            SortedMap<Integer, Integer> tierPermille,
            OverlapRule overlap,
            double goldRate,
            TierRule tierRule,
            LeaseRule leaseRule,
            int holdDays,
            Money budget,
            List<String> partners,
            List<String> allowedHosts,
            @Nullable ReviewRule reviewRule,
            @Nullable GoldRule goldRule) {
        this(
                name,
                ontology,
                guideline,
                basePrice,
                tierPermille,
                overlap,
                goldRate,
                tierRule,
                leaseRule,
                holdDays,
                budget,
                partners,
                allowedHosts,
                reviewRule,
                goldRule,
                null);
    }

    ProjectSpec withGuideline(String markdown) {
        return new ProjectSpec(
                name,
                ontology,
                markdown,
                basePrice,
                tierPermille,
                overlap,
                goldRate,
                tierRule,
                leaseRule,
                holdDays,
                budget,
                partners,
                allowedHosts,
                reviewRule,
                goldRule,
                applications);
    }

    boolean pricesLike(ProjectSpec other) {
        return basePrice.equals(other.basePrice) && tierPermille.equals(other.tierPermille);
    }
}
