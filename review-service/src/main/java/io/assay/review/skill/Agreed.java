package io.assay.review.skill;

/**
 * A label held against an outcome that did not rest on gold, or a correction of that.
 *
 * @param judged 1 if it is held against one, 0 if it was before, -1 if it no longer counts
 * @param agreed 1 if it agrees with the outcome
 */
public record Agreed(String workerId, String skill, int judged, int agreed) {}
