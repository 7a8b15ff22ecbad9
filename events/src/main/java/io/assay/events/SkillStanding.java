package io.assay.events;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well a worker does in one skill. Tier and bounds are for the projects of requesters who have
 * not checked the worker: there the word of one requester counts little.
 *
 * @param tier 1 to 5
 * @param golds gold answers given
 * @param correct of these, answers that were partly right in part
 * @param lower bound of the accuracy's 90 % credible interval
 * @param upper bound of it
 * @param goldNeed how much gold the worker needs, from 0 for one whose skill is well known to 1 for
 *     one of whom nothing is known; absent: 1
 * @param evidence what the bounds rest on
 * @param requesters by requester id, in whose projects the worker stands elsewhere; absent if in
 *     none
 */
public record SkillStanding(
        int tier,
        int golds,
        double correct,
        double lower,
        double upper,
        @Nullable Double goldNeed,
        @Nullable SkillEvidence evidence,
        @Nullable Map<String, RequesterStanding> requesters) {

    public SkillStanding {
        requesters =
                requesters == null ? null : Collections.unmodifiableMap(new TreeMap<>(requesters));
    }

    /** With nothing said of single requesters. */
    public SkillStanding(
            int tier,
            int golds,
            double correct,
            double lower,
            double upper,
            @Nullable Double goldNeed,
            @Nullable SkillEvidence evidence) {
        this(tier, golds, correct, lower, upper, goldNeed, evidence, null);
    }

    /** With nothing said of what it rests on. */
    public SkillStanding(int tier, int golds, double correct, double lower, double upper) {
        this(tier, golds, correct, lower, upper, null, null);
    }
}
