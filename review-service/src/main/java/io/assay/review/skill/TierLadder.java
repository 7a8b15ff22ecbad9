package io.assay.review.skill;

import java.util.List;

/**
 * When a worker moves a tier up or down, one at a time.
 *
 * <p>Up from tier <i>t</i> when the <em>lower</em> bound of the accuracy's 90 % credible interval
 * reaches {@code up[t-1]}: even a pessimist finds the worker good enough. Down into tier <i>t</i>
 * when the <em>upper</em> bound falls under {@code down[t-1]}: even an optimist finds that it no
 * longer does. Between the two nothing happens (hysteresis), and as the bounds rest on every gold
 * answer so far, one bad day moves nobody. No move at all before {@code minGolds} answers. Who
 * rests is not moved either: as answers grow old the interval only widens.
 *
 * <p>The defaults end at the design's 0.95 up and 0.90 down for the highest tier. With every answer
 * right a worker reaches tier 2 at 20 gold answers, 3 at 23, 4 at 41 and 5 at 58.
 *
 * @param up thresholds of the moves 1→2 to 4→5, each in (0, 1), rising
 * @param down thresholds of the moves 2→1 to 5→4, each below its up
 * @param minGolds 1 or more
 */
public record TierLadder(List<Double> up, List<Double> down, int minGolds) {
    private static final int HIGHEST = 5;

    public static final TierLadder DEFAULT =
            new TierLadder(List.of(0.80, 0.88, 0.93, 0.95), List.of(0.70, 0.80, 0.87, 0.90), 20);

    public TierLadder {
        up = List.copyOf(up);
        down = List.copyOf(down);
        if (up.size() != HIGHEST - 1 || down.size() != HIGHEST - 1) {
            throw new IllegalArgumentException(
                    "up, down: " + up + ", " + down + " (expected: 4 thresholds each)");
        }
        for (int i = 0; i < up.size(); i++) {
            if (!(0 < down.get(i) && down.get(i) < up.get(i) && up.get(i) < 1)) {
                throw new IllegalArgumentException(
                        "down, up: " + down + ", " + up + " (expected: 0 < down < up < 1)");
            }
        }
        if (minGolds < 1) {
            throw new IllegalArgumentException("minGolds: " + minGolds + " (expected: >= 1)");
        }
    }

    int next(int tier, SkillEstimate known) {
        if (!isEnough(known)) {
            return tier;
        }
        if (tier < HIGHEST && known.lower() >= up.get(tier - 1)) {
            return tier + 1;
        }
        if (tier > 1 && known.upper() < down.get(tier - 2)) {
            return tier - 1;
        }
        return tier;
    }

    /** Old answers count less, so this is rounded: twenty answers in one week are twenty. */
    boolean isEnough(SkillEstimate known) {
        return Math.round(known.checks().weight()) >= minGolds;
    }

    boolean isHighest(int tier) {
        return tier == HIGHEST;
    }
}
