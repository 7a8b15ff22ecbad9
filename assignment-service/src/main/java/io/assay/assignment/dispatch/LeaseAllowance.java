package io.assay.assignment.dispatch;

/**
 * What the lease policy allows one worker of one project.
 *
 * @param tier of the worker in the project's skill, 1 to 5
 * @param max tasks in this batch, at most
 * @param maxHeld tasks of the project that one worker may hold
 * @param goldRate share of gold, 0 to 0.5
 * @param weight share against other projects, over 0
 * @param budget what is left to pay for them
 */
public record LeaseAllowance(
        String projectId,
        int tier,
        int max,
        int maxHeld,
        double goldRate,
        double weight,
        RemainingBudget budget) {

    /** Paid whatever it costs. */
    LeaseAllowance(
            String projectId, int tier, int max, int maxHeld, double goldRate, double weight) {
        this(projectId, tier, max, maxHeld, goldRate, weight, RemainingBudget.UNLIMITED);
    }
}
