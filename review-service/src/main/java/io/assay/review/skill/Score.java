package io.assay.review.skill;

/**
 * A gold answer, right or wrong; identified by its assignment.
 *
 * @param skill that the project asks for
 */
public record Score(String assignmentId, String workerId, String skill, boolean right) {}
