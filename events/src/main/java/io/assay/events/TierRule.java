package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * Who may work on a project.
 *
 * @param skill 1 to 64 of {@code a-z 0-9 -}
 * @param minTier lowest tier in that skill, 1 to 5; every active worker has tier 1 in every skill
 * @param qualification the test to pass, which then stands for the tier too; absent if there is
 *     none
 */
public record TierRule(String skill, int minTier, @Nullable QualificationRule qualification) {

    /** Without a test. */
    public TierRule(String skill, int minTier) {
        this(skill, minTier, null);
    }
}
