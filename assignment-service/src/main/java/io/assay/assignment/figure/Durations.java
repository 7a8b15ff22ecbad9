package io.assay.assignment.figure;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long something took, many times, in a bounded room: counted in classes, each of which reaches
 * nine percent further than the one before.
 *
 * @param counts by class; class {@code n} begins at 2^(n/8) milliseconds
 */
record Durations(Map<Integer, Integer> counts) {

    static final Durations NONE = new Durations(Map.of());

    /** Some 34 days: what takes longer is counted there. */
    private static final int LAST = 8 * 31 + 4;

    private static final double CLASSES_PER_DOUBLING = 8;

    Durations {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    static Durations of(List<Duration> durations) {
        Map<Integer, Integer> counts = new TreeMap<>();
        durations.forEach(duration -> counts.merge(classOf(duration), 1, Integer::sum));
        return new Durations(counts);
    }

    private static int classOf(Duration duration) {
        double millis = Math.max(1, duration.toMillis());
        int number = (int) Math.floor(CLASSES_PER_DOUBLING * Math.log(millis) / Math.log(2));
        return Math.min(number, LAST);
    }

    Durations plus(Durations others) {
        Map<Integer, Integer> sum = new TreeMap<>(counts);
        others.counts.forEach((number, count) -> sum.merge(number, count, Integer::sum));
        return new Durations(sum);
    }

    /** Half as many: what comes then weighs twice as much as what was. */
    Durations halved() {
        Map<Integer, Integer> half = new TreeMap<>();
        counts.forEach(
                (number, count) -> {
                    if (count > 1) {
                        half.put(number, count / 2);
                    }
                });
        return new Durations(half);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Half of them took at most this long, to five percent; empty if there are none. */
    Optional<Duration> median() {
        double half = total() / 2.0;
        int before = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            if (before + entry.getValue() >= half) {
                double within = (half - before) / entry.getValue();
                return Optional.of(startOf(entry.getKey() + within));
            }
            before += entry.getValue();
        }
        return Optional.empty();
    }

    private static Duration startOf(double number) {
        return Duration.ofMillis(Math.round(Math.pow(2, number / CLASSES_PER_DOUBLING)));
    }
}
