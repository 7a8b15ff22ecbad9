package io.assay.review.skill;

/**
 * How much gold a worker needs: the wider the interval that their accuracy lies in, the more. 0
 * from an interval of {@link #KNOWN} down, 1 from {@link #UNKNOWN} up, in proportion between. It
 * sets a rate, no order: whether a picture is gold stays an independent draw each time, in which no
 * pattern is to be seen.
 */
final class GoldNeed {

    /** ± 5 points. */
    static final double KNOWN = 0.1;

    /** ± 25 points: about five answers. */
    static final double UNKNOWN = 0.5;

    /**
     * A smaller change is not published: eight events at most take a worker from unknown to known.
     */
    static final double STEP = 0.125;

    private GoldNeed() {}

    static double of(SkillEstimate known) {
        double width = known.upper() - known.lower();
        return Math.clamp((width - KNOWN) / (UNKNOWN - KNOWN), 0, 1);
    }

    /** What is published after one need was published before and another holds now. */
    static double published(double before, double now) {
        boolean news = Math.abs(now - before) >= STEP || now == 0 || now == 1;
        return news ? now : before;
    }
}
