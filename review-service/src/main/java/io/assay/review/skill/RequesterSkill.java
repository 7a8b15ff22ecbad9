package io.assay.review.skill;

/**
 * What gold answers in the projects of one requester tell.
 *
 * @param seen weighed by age
 * @param level where the worker stands in these projects
 */
public record RequesterSkill(Evidence seen, Level level) {}
