package io.assay.events;

/**
 * How a project's results and verdicts are looked at again.
 *
 * @param auditRate share of the decided results that a reviewer sees once more, drawn at random, 0
 *     to 1
 * @param appealDays how long after a rejection its worker may appeal, 1 to 90
 */
public record ReviewRule(double auditRate, int appealDays) {

    /** What holds for a project that says nothing: no audits, and two weeks to appeal. */
    public static final ReviewRule DEFAULT = new ReviewRule(0, 14);
}
