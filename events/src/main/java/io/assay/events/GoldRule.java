package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * How answers are held against what is known to be right, and how much gold comes. It holds for
 * every verdict of the project, whatever that rests on: else a verdict would tell gold from work.
 *
 * @param needed least agreement that makes an answer of tags or objects right, over 0 to 1; 0.8 if
 *     absent. A category or a verification is right or not
 * @param found similarity (IoU, OKS, closeness of lines) from which on an object counts as found,
 *     0.1 to 1; 0.5 if absent
 * @param exact similarity from which on a found object is worth all of it, {@code found} to 1;
 *     between the two it is worth part of it. {@code found} if absent: no partial credit
 * @param leastRate share of gold for a worker whose skill is well known, 0 to {@code mostRate}; the
 *     project's gold rate if absent
 * @param mostRate share of gold for a worker of whom nothing is known, up to 0.5; the project's
 *     gold rate if absent
 */
public record GoldRule(
        @Nullable Double needed,
        @Nullable Double found,
        @Nullable Double exact,
        @Nullable Double leastRate,
        @Nullable Double mostRate) {

    /** What holds for a project that says nothing. */
    public static final GoldRule DEFAULT = new GoldRule(null, null, null, null, null);

    /**
     * Share of gold for one worker.
     *
     * @param goldRate of the project
     * @param need 0 if the worker's skill is well known, 1 if nothing is known of it
     */
    public double rate(double goldRate, double need) {
        double most = mostRate == null ? goldRate : mostRate;
        double least = leastRate == null ? Math.min(goldRate, most) : leastRate;
        return least + (most - least) * Math.clamp(need, 0, 1);
    }
}
