package io.assay.events;

/**
 * How many labels a task gets.
 *
 * @param min asked for at first, 1 to {@code max}
 * @param max never more than these, up to 25; undecided then goes to a reviewer
 * @param target confidence in (0.5, 1) at which a task needs no further label
 */
public record OverlapRule(int min, int max, double target) {}
