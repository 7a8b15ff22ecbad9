package io.assay.truth.consensus;

import java.util.List;

/**
 * What one more worker may be expected to put right in a picture, in things: the preposterior
 * analysis of Raiffa and Schlaifer (Applied Statistical Decision Theory, 1961), one step ahead.
 *
 * <p>Of each thing that somebody drew, the probability to decide rightly is max(<i>p</i>, 1 −
 * <i>p</i>); the worker draws it with <i>p d</i> + (1 − <i>p</i>) <i>q</i>, and either answer moves
 * <i>p</i>. If it is there, its shape gains in expected overlap. And the worker may find what all
 * before overlooked.
 */
public final class DrawingStoppingRule {

    private DrawingStoppingRule() {}

    /**
     * @param things of the picture so far
     * @param votes they come from
     */
    public static double gain(
            List<? extends CandidateObject<?>> things, List<Vote> votes, DrawingSkills crowd) {
        DrawingSkill next = crowd.ordinary();
        List<DrawingSkill> before = votes.stream().map(Vote::drawing).toList();
        double found = crowd.perPicture() * Existence.overlooked(before) * next.detection();
        return found
                + things.stream().mapToDouble(thing -> gain(thing, next, votes.size() + 1)).sum();
    }

    /** Whether that is worth a price in things: 0.05 is one thing more put right by 20 labels. */
    public static boolean isWorth(
            double price,
            List<? extends CandidateObject<?>> things,
            List<Vote> votes,
            DrawingSkills crowd) {
        return gain(things, votes, crowd) >= price;
    }

    private static double gain(CandidateObject<?> thing, DrawingSkill next, int workers) {
        double p = thing.existence();
        double draws = p * next.detection() + (1 - p) * next.falseRate();
        double decided =
                draws * sureness(Existence.updated(p, next, true, workers))
                        + (1 - draws) * sureness(Existence.updated(p, next, false, workers))
                        - sureness(p);
        double fit =
                p
                        * next.detection()
                        * ExpectedOverlap.gain(thing.overlap(), thing.drawnBy().size());
        return Math.max(0, decided) + fit;
    }

    private static double sureness(double p) {
        return Math.max(p, 1 - p);
    }
}
