package io.assay.events;

/**
 * Where a worker stands in the projects of one requester, who has checked them there.
 *
 * @param tier 1 to 5
 * @param goldNeed from 0 for a worker whose skill is well known to 1 for one of whom nothing is
 */
public record RequesterStanding(int tier, double goldNeed) {}
