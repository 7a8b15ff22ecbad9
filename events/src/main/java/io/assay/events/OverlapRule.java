package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * How many labels a task gets.
 *
 * @param min asked for at first, 1 to {@code max}
 * @param max never more than these, up to 25; undecided then goes to a reviewer
 * @param target confidence in (0.5, 1) at which a task needs no further label
 * @param price how much likelier to be right an answer must be expected to get by a further label
 *     for it to be asked for, or, where objects are drawn, how many of them it must be expected to
 *     put right; 0 to 0.5; undecided then goes to a reviewer. 0 if absent: up to the target or the
 *     maximum
 */
public record OverlapRule(int min, int max, double target, @Nullable Double price) {

    /** Labels are asked for whatever they are worth. */
    public OverlapRule(int min, int max, double target) {
        this(min, max, target, null);
    }

    /** The same for a task that cannot get more than so many labels, 1 or more. */
    public OverlapRule atMost(int labels) {
        return new OverlapRule(Math.min(min, labels), Math.min(max, labels), target, price);
    }

    /** What a label is to gain, 0 if the rule says nothing of it. */
    public double pricePerLabel() {
        return price == null ? 0 : price;
    }
}
