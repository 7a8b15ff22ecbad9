package io.assay.task.project;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.assay.events.ApplicationRule;
import io.assay.events.GoldRule;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ReviewRule;
import io.assay.events.TierRule;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A project as a requester sends it. What a project is read with beside this may be sent back and
 * is ignored, so that reading, changing and writing needs no picking apart.
 *
 * @param name 1 to 200 characters
 * @param ontology tool and 1 to 1,000 classes, of at most 200,000 characters in all. With {@code
 *     keypoints} each class has a skeleton of 1 to 200 points, elsewhere none; classes of what is
 *     drawn may have up to 50 attributes; {@code rotation} is for {@code box}; {@code verification}
 *     says in {@code verifies} which tool's labels are shown, and has those labels' classes
 * @param guideline Markdown, at most 102,400 bytes; a new text is a material change. Pictures in
 *     it, at most 100, are {@code ![what it shows](picture:SHA256)} of an own upload, or {@code
 *     https://…} on one of {@code allowedHosts}; workers are shown both from here
 * @param rateCard what a label earns
 * @param overlap labels per picture, and what a further one must be worth; 1 to 3 at a target of
 *     0.9, at any price, if absent
 * @param goldRate 0 to 0.5; 0.1 if absent
 * @param goldRule how close is close enough, what partly right is worth, and the bounds between
 *     which the share of gold follows how well a worker is known; all of it may be absent
 * @param tierRule who may work; tier 1 in a skill named as the tool if absent. With {@code
 *     qualification} a test, for which training gold is kept: {@code samples} 0 to 50, {@code
 *     questions} 1 to 50, {@code passMark} over 0 to 1, {@code attempts} 1 to 20, {@code
 *     retakeSeconds} 0 to 2,592,000, {@code requalify} whether a material change of the guideline
 *     asks for another
 * @param leaseRule 10 pictures for 600 s, which may be had twice more, if absent
 * @param holdDays 0 to 90; 7 if absent
 * @param budget in the currency of the rate card
 * @param partners ids of who may read the results, at most 100
 * @param allowedHosts host names of pictures by URL, at most 50
 * @param reviewRule share of the results that is audited, 0 to 1, and days within which a rejection
 *     may be appealed, 1 to 90; none and 14 if absent
 * @param applications when workers who are new to it are taken, and how many: {@code from}, {@code
 *     until}, {@code places} 1 to 1,000; always, and any number, if absent
 */
@JsonIgnoreProperties({
    "id",
    "requesterId",
    "status",
    "guidelineVersion",
    "guidelineMaterialSince",
    "rateVersion",
    "createdAt",
    "changedAt"
})
record ProjectBody(
        @Nullable String name,
        @Nullable Ontology ontology,
        @Nullable String guideline,
        @Nullable Rates rateCard,
        @Nullable OverlapRule overlap,
        @Nullable Double goldRate,
        @Nullable TierRule tierRule,
        @Nullable LeaseRule leaseRule,
        @Nullable Integer holdDays,
        @Nullable Money budget,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> partners,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> allowedHosts,
        @Nullable ReviewRule reviewRule,
        @Nullable GoldRule goldRule,
        @Nullable ApplicationRule applications) {

    /**
     * @param base price of an ordinary label, 0 to 1,000,000,000 minor units
     * @param tierPermille factor in thousandths by tier (1 to 5), 0 to 100,000; 1,000 if absent
     */
    record Rates(
            @Nullable Money base,
            @JsonSetter(contentNulls = Nulls.FAIL)
                    @Nullable SortedMap<Integer, Integer> tierPermille) {}

    static final OverlapRule OVERLAP = new OverlapRule(1, 3, 0.9);
    static final double GOLD_RATE = 0.1;
    static final LeaseRule LEASE_RULE = new LeaseRule(10, 600);
    static final int HOLD_DAYS = 7;

    ProjectSpec spec() {
        Problems missing = new Problems();
        missing.present("/name", name);
        missing.present("/ontology", ontology);
        missing.present("/guideline", guideline);
        missing.present("/rateCard/base", rateCard == null ? null : rateCard.base());
        missing.present("/budget", budget);
        if (name == null
                || ontology == null
                || guideline == null
                || rateCard == null
                || rateCard.base() == null
                || budget == null) {
            throw ProjectProblems.invalid(missing.found());
        }
        return new ProjectSpec(
                name,
                ontology,
                guideline,
                rateCard.base(),
                Objects.requireNonNullElseGet(rateCard.tierPermille(), TreeMap::new),
                Objects.requireNonNullElse(overlap, OVERLAP),
                Objects.requireNonNullElse(goldRate, GOLD_RATE),
                Objects.requireNonNullElseGet(tierRule, () -> firstTier(ontology)),
                Objects.requireNonNullElse(leaseRule, LEASE_RULE),
                Objects.requireNonNullElse(holdDays, HOLD_DAYS),
                budget,
                Objects.requireNonNullElse(partners, List.of()),
                lowerCase(Objects.requireNonNullElse(allowedHosts, List.of())),
                Objects.requireNonNullElse(reviewRule, ReviewRule.DEFAULT),
                goldRule,
                applications);
    }

    private static TierRule firstTier(Ontology ontology) {
        return new TierRule(ontology.tool().name().toLowerCase(Locale.ROOT), 1);
    }

    private static List<String> lowerCase(List<String> hosts) {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }
}
