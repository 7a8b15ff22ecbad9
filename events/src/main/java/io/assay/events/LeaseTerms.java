package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * What a worker was promised when a lease was given. Rides through every later event of that
 * assignment, so that no service has to ask another what a label is worth.
 *
 * @param tier of the worker in the project's skill at lease time
 * @param price for the label if accepted
 * @param rateVersion of the card that the price was computed from
 * @param complexityPermille of the task
 * @param guidelineVersion that the worker had acknowledged
 * @param trial what it is instead of work, and then not paid; absent for work
 * @param holdDays how long what is earned by it is held before it may be paid out, 0 to 90; absent:
 *     as the project says when it is earned
 */
public record LeaseTerms(
        int tier,
        Money price,
        int rateVersion,
        int complexityPermille,
        int guidelineVersion,
        @Nullable Trial trial,
        @Nullable Integer holdDays) {

    /** With nothing promised of how long an earning is held. */
    public LeaseTerms(
            int tier,
            Money price,
            int rateVersion,
            int complexityPermille,
            int guidelineVersion,
            @Nullable Trial trial) {
        this(tier, price, rateVersion, complexityPermille, guidelineVersion, trial, null);
    }

    /** For work. */
    public LeaseTerms(
            int tier, Money price, int rateVersion, int complexityPermille, int guidelineVersion) {
        this(tier, price, rateVersion, complexityPermille, guidelineVersion, null);
    }
}
