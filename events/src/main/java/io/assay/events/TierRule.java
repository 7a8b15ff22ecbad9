package io.assay.events;

/**
 * Who may work on a project.
 *
 * @param skill 1 to 64 of {@code a-z 0-9 -}
 * @param minTier lowest tier in that skill, 1 to 5; every active worker has tier 1 in every skill
 */
public record TierRule(String skill, int minTier) {}
