package io.assay.review.skill.signal;

import io.assay.review.skill.signal.Signal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What is conspicuous about one worker's answers, each a one-sided test at {@link #LEVEL}. What a
 * test assumes of honest work is generous on purpose: a worker who is merely bad at it is for gold
 * to find.
 */
public final class Signals {

    /** Chance of each test to be wrong of an honest worker: one of a thousand. */
    public static final double LEVEL = 0.001;

    /** Nobody looks, decides and answers faster. */
    public static final Duration FASTEST = Duration.ofMillis(700);

    /** Fewer answers say nothing. */
    static final int MIN_ANSWERS = 20;

    /** Even an honest worker answers so much too fast: by mistake, or what they saw before. */
    private static final double FAST_SHARE = 0.25;

    /** Share of answers that an honest worker repeats beyond what was shown: moods, fatigue. */
    private static final double REPEATED_MORE = 0.1;

    /** The longest pattern that is looked for: a, b, c, d, e, a, b, c, d, e, … */
    private static final int PERIODS = 5;

    /** Of the pictures of something else, the share that gets this answer. */
    private static final double ONE_CLASS_SHARE = 0.6;

    /** Pictures that an honest worker answers otherwise the second time. */
    private static final double INCONSISTENT_SHARE = 0.3;

    private Signals() {}

    /** All that are raised, in order of their kind. */
    public static List<Signal> of(List<RecentAnswer> acts) {
        List<RecentAnswer> ordered =
                acts.stream()
                        .sorted(
                                Comparator.comparing(RecentAnswer::at)
                                        .thenComparing(RecentAnswer::picture))
                        .toList();
        return Stream.of(
                        tooFast(seconds(ordered)),
                        repeated(ordered),
                        oneClass(ordered),
                        inconsistent(ordered))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Seconds per answer. What was submitted together shares the time since what came before.
     *
     * @param ordered by time
     */
    static List<Double> seconds(List<RecentAnswer> ordered) {
        List<Double> seconds = new ArrayList<>();
        int from = 0;
        Instant before = null;
        for (int i = 0; i < ordered.size(); i++) {
            Instant at = ordered.get(i).at();
            boolean last = i + 1 == ordered.size() || !ordered.get(i + 1).at().equals(at);
            if (last) {
                int together = i + 1 - from;
                for (int k = 0; k < together && before != null; k++) {
                    seconds.add(Duration.between(before, at).toMillis() / 1000.0 / together);
                }
                before = at;
                from = i + 1;
            }
        }
        return seconds;
    }

    /** Too many answers that are faster than {@link #FASTEST}. */
    public static Optional<Signal> tooFast(List<Double> seconds) {
        double limit = FASTEST.toMillis() / 1000.0;
        int fast = (int) seconds.stream().filter(one -> one < limit).count();
        return raised(
                Kind.TOO_FAST,
                seconds.size(),
                fast,
                FAST_SHARE,
                "%d of %d answers came within " + FASTEST.toMillis() + " ms");
    }

    /**
     * The answer is that of one, two, … five pictures before more often than follows from what was
     * shown: in a row, or in turn. What follows is reckoned from how this worker answers each
     * class, so neither pictures that come sorted nor somebody who is often wrong raise it.
     */
    public static Optional<Signal> repeated(List<RecentAnswer> ordered) {
        Confusion own = Confusion.of(ordered);
        return IntStream.rangeClosed(1, PERIODS)
                .boxed()
                .flatMap(period -> repeated(ordered, own, period).stream())
                .min(Comparator.comparingDouble(Signal::chance));
    }

    private static Optional<Signal> repeated(
            List<RecentAnswer> ordered, Confusion own, int period) {
        int repeated = 0;
        double expected = 0;
        for (int i = period; i < ordered.size(); i++) {
            RecentAnswer one = ordered.get(i);
            RecentAnswer before = ordered.get(i - period);
            repeated += one.answer().equals(before.answer()) ? 1 : 0;
            expected += own.same(one.outcome(), before.outcome());
        }
        int of = Math.max(0, ordered.size() - period);
        double honest = Math.min(1, expected / Math.max(1, of) + REPEATED_MORE);
        return raised(
                Kind.REPEATED_ANSWERS,
                of,
                repeated,
                honest,
                "%d of %d answers are that of "
                        + (period == 1 ? "the picture" : period + " pictures")
                        + " before, more than what was shown explains",
                LEVEL / PERIODS);
    }

    /** One answer for most of what shows something else. */
    public static Optional<Signal> oneClass(List<RecentAnswer> acts) {
        Map<String, Long> given =
                acts.stream()
                        .collect(
                                Collectors.groupingBy(RecentAnswer::answer, Collectors.counting()));
        return given.entrySet().stream()
                .max(
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .flatMap(most -> oneClass(acts, most.getKey()));
    }

    private static Optional<Signal> oneClass(List<RecentAnswer> acts, String answer) {
        List<RecentAnswer> others =
                acts.stream().filter(act -> !act.outcome().equals(answer)).toList();
        int given = (int) others.stream().filter(act -> act.answer().equals(answer)).count();
        return raised(
                Kind.ONE_CLASS,
                others.size(),
                given,
                ONE_CLASS_SHARE,
                "\""
                        + answer.replace("%", "%%")
                        + "\" was the answer to %d of %d pictures of something else");
    }

    /** The same picture, another answer. */
    public static Optional<Signal> inconsistent(List<RecentAnswer> ordered) {
        Map<String, String> first = new HashMap<>();
        int again = 0;
        int otherwise = 0;
        for (RecentAnswer act : ordered) {
            String before = first.putIfAbsent(act.picture(), act.answer());
            if (before != null) {
                again++;
                otherwise += before.equals(act.answer()) ? 0 : 1;
            }
        }
        double chance = atLeast(otherwise, again, INCONSISTENT_SHARE);
        return chance >= LEVEL
                ? Optional.empty()
                : Optional.of(
                        signal(
                                Kind.INCONSISTENT,
                                chance,
                                "%d of %d pictures that came again got another answer",
                                otherwise,
                                again));
    }

    /** Probability that an event of this probability happens so many times of so many, or more. */
    private static double atLeast(int times, int of, double probability) {
        return BinomialDistribution.of(of, probability).survivalProbability(times - 1);
    }

    private static Optional<Signal> raised(
            Kind kind, int of, int seen, double honest, String evidence) {
        return raised(kind, of, seen, honest, evidence, LEVEL);
    }

    private static Optional<Signal> raised(
            Kind kind, int of, int seen, double honest, String evidence, double level) {
        double chance = atLeast(seen, of, honest);
        return of < MIN_ANSWERS || chance >= level
                ? Optional.empty()
                : Optional.of(signal(kind, chance, evidence, seen, of));
    }

    private static Signal signal(Kind kind, double chance, String evidence, int seen, int of) {
        return new Signal(kind, chance, String.format(Locale.ROOT, evidence, seen, of));
    }
}
