package io.assay.load.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who is killed when; the same for the same seed. */
record KillPlan(List<Kill> kills) {

    /**
     * One kill.
     *
     * @param at how much of the work is done by then, 0 to 1; the first come during the import
     * @param after so long after that, or after the kill before
     * @param down how long it stays dead
     */
    record Kill(String victim, double at, Duration after, Duration down) {}

    /** So many kills, everybody about equally often, in an order that nobody can foresee. */
    static KillPlan of(int count, List<String> victims, Random random) {
        double[] at = random.doubles(count, -0.2, 0.9).map(x -> Math.max(0, x)).sorted().toArray();
        List<Kill> kills = new ArrayList<>();
        List<String> round = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (round.isEmpty()) {
                round.addAll(victims);
                Collections.shuffle(round, random);
            }
            kills.add(
                    new Kill(
                            round.removeLast(),
                            at[i],
                            Duration.ofMillis(1_000 + random.nextInt(4_000)),
                            Duration.ofMillis(random.nextInt(1_500))));
        }
        return new KillPlan(kills);
    }
}
