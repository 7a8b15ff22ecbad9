package io.assay.events;

/**
 * What a standing rests on. Each answer counts the less the older it is, so these are no whole
 * numbers.
 *
 * @param golds gold answers
 * @param goldCredit of these, what was right, answers that were partly right in part
 * @param others answers held against what consensus or a reviewer decided, weighed
 * @param othersCredit of these, what agreed
 */
public record SkillEvidence(double golds, double goldCredit, double others, double othersCredit) {}
