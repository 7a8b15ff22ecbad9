package io.assay.review.skill;

/**
 * What gold answers in the projects of one requester say.
 *
 * @param seen weighed by age
 * @param level where the worker stands in these projects
 */
record RequesterSkill(Evidence seen, SkillLevel level) {}
