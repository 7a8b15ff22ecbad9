package io.assay.review.skill.signal;

import static io.assay.review.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.skill.signal.Signal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignalsTests {
    private static final List<String> CLASSES = List.of("cat", "dog", "bird", "fish");

    @Test
    void answersThatComeFasterThanAnybodyLooks() {
        assertThat(kinds(acts(40, 300, i -> truth(i)))).containsExactly(Kind.TOO_FAST);
        assertThat(kinds(acts(40, 2_000, i -> truth(i)))).isEmpty();
        assertThat(kinds(acts(10, 300, i -> truth(i)))).isEmpty();
    }

    @Test
    void whatIsSubmittedTogetherSharesItsTime() {
        List<RecentAnswer> together = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            together.add(act(i, truth(i), NOON.plus(Duration.ofMinutes(i / 10))));
        }

        assertThat(Signals.seconds(together)).hasSize(40).containsOnly(6.0);
        assertThat(kinds(together)).isEmpty();
    }

    @Test
    void anAnswerInARowOrInTurn() {
        assertThat(kinds(acts(40, 5_000, i -> CLASSES.get(i / 8 % 4))))
                .contains(Kind.REPEATED_ANSWERS);
        assertThat(kinds(acts(40, 5_000, i -> CLASSES.get(i % 3)))).contains(Kind.REPEATED_ANSWERS);
    }

    @Test
    void picturesThatComeSortedRaiseNothing() {
        List<RecentAnswer> sorted = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String shown = CLASSES.get(i / 15);
            sorted.add(new RecentAnswer("p" + i, shown, shown, NOON.plusSeconds(5L * i)));
        }

        assertThat(kinds(sorted)).isEmpty();
    }

    @Test
    void oneAnswerForEverything() {
        List<Signal> raised = Signals.of(acts(40, 5_000, i -> "cat"));

        assertThat(raised).extracting(Signal::kind).contains(Kind.ONE_CLASS);
        assertThat(raised)
                .filteredOn(signal -> signal.kind() == Kind.ONE_CLASS)
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.evidence())
                                    .startsWith("\"cat\" was the answer to ")
                                    .endsWith(" pictures of something else");
                            assertThat(signal.chance()).isLessThan(Signals.LEVEL);
                        });
    }

    @Test
    void anotherAnswerToTheSamePicture() {
        List<RecentAnswer> twice = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            twice.add(act(i, truth(i), NOON.plusSeconds(5L * i)));
            twice.add(act(i, CLASSES.get((i + 1) % 4), NOON.plusSeconds(3_600 + 5L * i)));
        }

        assertThat(Signals.inconsistent(twice))
                .hasValueSatisfying(
                        signal -> assertThat(signal.kind()).isEqualTo(Kind.INCONSISTENT));
    }

    @Test
    void mistakesThatNobodyElseMakes() {
        Map<String, Map<String, String>> answers = new HashMap<>();
        Map<String, String> outcomes = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            Map<String, String> byWorker = new HashMap<>();
            for (String worker : List.of("a", "b", "c", "d", "e")) {
                boolean right = random.nextDouble() < 0.8;
                byWorker.put(worker, right ? "cat" : CLASSES.get(1 + random.nextInt(3)));
            }
            byWorker.put("copy", byWorker.get("a"));
            answers.put("p" + i, byWorker);
            outcomes.put("p" + i, "cat");
        }

        assertThat(RareErrors.in(answers, outcomes))
                .singleElement()
                .satisfies(
                        shared -> {
                            assertThat(shared.one()).isEqualTo("a");
                            assertThat(shared.other()).isEqualTo("copy");
                            assertThat(shared.signal().evidence()).contains("nobody else made");
                        });
    }

    /** e<sup>-760</sup> is 0 in a double, which must not make 1,200 shared mistakes usual. */
    @Test
    void theMoreIsSharedTheSurerItIs() {
        Map<String, Map<String, String>> answers = new HashMap<>();
        Map<String, String> outcomes = new HashMap<>();
        for (int i = 0; i < 1_520; i++) {
            answers.put("p" + i, Map.of("a", "dog", "b", i < 1_200 ? "dog" : "bird"));
            outcomes.put("p" + i, "cat");
        }

        assertThat(RareErrors.in(answers, outcomes))
                .singleElement()
                .satisfies(shared -> assertThat(shared.signal().chance()).isBetween(0.0, 1e-40));
    }

    /** Whoever is right most of the time raises nothing, in whatever order it is told. */
    @Property(tries = 200)
    void goodWorkRaisesNothing(@ForAll @IntRange(max = 80) int answers, @ForAll Random random) {
        List<RecentAnswer> acts = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            String shown = CLASSES.get(random.nextInt(4));
            String given = i % 10 == 9 ? CLASSES.get(random.nextInt(4)) : shown;
            acts.add(new RecentAnswer("p" + i, given, shown, NOON.plusSeconds(4L * i)));
        }
        Collections.shuffle(acts, random);

        assertThat(Signals.of(acts)).isEmpty();
    }

    private static List<Kind> kinds(List<RecentAnswer> acts) {
        return Signals.of(acts).stream().map(Signal::kind).toList();
    }

    private static List<RecentAnswer> acts(int count, int millis, IntFunction<String> answer) {
        List<RecentAnswer> acts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            acts.add(act(i, answer.apply(i), NOON.plusMillis((long) i * millis)));
        }
        return acts;
    }

    private static RecentAnswer act(int i, String answer, Instant at) {
        return new RecentAnswer("p" + i, answer, truth(i), at);
    }

    /** Without a pattern. */
    private static String truth(int i) {
        return CLASSES.get(new Random(i * 7_919L + 5).nextInt(1_000) % 4);
    }
}
