package io.assay.system.chaos;

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
     * @param after the kill before
     * @param down how long it stays dead
     */
    record Kill(String victim, Duration after, Duration down) {}

    /** So many kills, everybody about equally often, in an order that nobody can foresee. */
    static KillPlan of(int count, List<String> victims, Random random) {
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
                            Duration.ofMillis(1_000 + random.nextInt(4_000)),
                            Duration.ofMillis(random.nextInt(1_500))));
        }
        return new KillPlan(kills);
    }
}
