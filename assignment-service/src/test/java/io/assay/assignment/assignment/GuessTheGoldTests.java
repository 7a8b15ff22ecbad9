package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Plays a worker who guesses which leases are gold from all that can be observed of them, over
 * 10,000 leases of quiet projects: the best case for who wants to know, see {@link GoldGame}. A
 * guesser learns from half of the leases, told which were gold, and guesses the other half.
 */
class GuessTheGoldTests {

    private static final int LEASES = 10_000;

    /** In deviations of a guess by chance: such a bound is passed once in 30,000 runs. */
    private static final double BOUND = 4;

    @Test
    void aWorkerTellsGoldNoBetterThanByChance() {
        List<GoldClassifier.Example> examples = new ArrayList<>();
        for (long seed = 1; examples.size() < LEASES; seed++) {
            examples.addAll(new GoldGame(seed).play());
        }
        Collections.shuffle(examples, new Random(0));
        List<GoldClassifier.Example> known = examples.subList(0, examples.size() / 2);
        List<GoldClassifier.Example> guessed =
                examples.subList(examples.size() / 2, examples.size());
        double deviation = GoldClassifier.deviation(guessed);

        for (boolean pairs : List.of(false, true)) {
            GoldClassifier guesser = new GoldClassifier(pairs);
            guesser.learn(known);
            double rate = guesser.rate(guessed);
            System.out.printf(
                    "guess the gold: %,d leases, %.1f %% gold, %s: right %.1f %% of the time"
                            + " (chance: 50 %%, at most %.1f %%)%n",
                    examples.size(),
                    100.0 * golds(examples) / examples.size(),
                    pairs ? "two features at a time" : "one feature at a time",
                    100 * rate,
                    100 * (0.5 + BOUND * deviation));
            assertThat(rate).isLessThan(0.5 + BOUND * deviation);
        }
        assertThat(golds(examples)).isGreaterThan(LEASES / 20L);
    }

    /** It can fail: a channel that tells one gold in five is found. */
    @Test
    void findsWhatTellsAFewOfThem() {
        Random random = new Random(1);
        List<GoldClassifier.Example> examples = new ArrayList<>();
        for (int i = 0; i < LEASES; i++) {
            boolean gold = random.nextInt(10) == 0;
            String told = gold && random.nextInt(5) == 0 ? "yes" : "no";
            examples.add(new GoldClassifier.Example(Map.of("told", told), gold));
        }
        List<GoldClassifier.Example> guessed = examples.subList(LEASES / 2, LEASES);
        GoldClassifier guesser = new GoldClassifier(false);

        guesser.learn(examples.subList(0, LEASES / 2));

        assertThat(guesser.rate(guessed))
                .isGreaterThan(0.5 + BOUND * GoldClassifier.deviation(guessed));
    }

    private static long golds(List<GoldClassifier.Example> examples) {
        return examples.stream().filter(GoldClassifier.Example::gold).count();
    }
}
