package io.assay.assignment.dispatch;

/**
 * A project that a worker may be given tasks of.
 *
 * @param tier of the worker in the project's skill, 1 to 5
 * @param most tasks in this batch
 * @param cap most tasks of the project that one worker may hold
 * @param goldRate share of gold, 0 to 0.5
 * @param weight share against other projects, over 0
 * @param budget what is left to pay for them
 */
public record LeaseAllowance(
        String projectId,
        int tier,
        int most,
        int cap,
        double goldRate,
        double weight,
        RemainingBudget budget) {

    /** Paid whatever it costs. */
    LeaseAllowance(String projectId, int tier, int most, int cap, double goldRate, double weight) {
        this(projectId, tier, most, cap, goldRate, weight, RemainingBudget.UNLIMITED);
    }
}
