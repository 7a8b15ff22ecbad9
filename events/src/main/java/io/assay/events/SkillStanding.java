package io.assay.events;

/**
 * How well a worker does in one skill.
 *
 * @param tier 1 to 5
 * @param golds gold answers given
 * @param correct of these
 * @param lower bound of the accuracy's 90 % credible interval
 * @param upper bound of it
 */
public record SkillStanding(int tier, int golds, double correct, double lower, double upper) {}
