package io.assay.evaluation;

import io.assay.truth.inference.IncrementalInference;
import io.assay.truth.inference.Labels;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A measurement, not a test: what a crowd's results are worth when each is decided with its last
 * label, by what is known by then, and what they are worth when those that another answer is twice
 * as likely as are decided anew after each refit, as the service does. Takes the directories of
 * recorded labels.
 *
 * <p>Workers come in random order, and each goes through the items in theirs, as dispatch hands
 * them out: so the first items are decided while little is known.
 */
final class RevisedResults {
    private static final int ORDERS = 40;
    private static final double MUCH_LIKELIER = 2;

    /**
     * @param first accuracy of the first decisions
     * @param last of the decisions in the end
     * @param changed decisions that were taken anew
     */
    private record Outcome(double first, double last, double changed) {}

    private record Answer(int item, int worker, int label) {}

    private final Labels labels;
    private final int[] truth;
    private final IncrementalInference inference;
    private final int[] first;
    private final int[] last;
    private int changed;

    private RevisedResults(Recording recording) {
        this.labels = recording.labels();
        this.truth = recording.truth();
        this.inference = new IncrementalInference(labels.classes());
        this.first = new int[labels.items()];
        this.last = new int[labels.items()];
    }

    public static void main(String[] directories) {
        for (String directory : directories) {
            Recording recording =
                    Recording.read(Path.of(directory), "labels", "truth").orElseThrow();
            List<Outcome> outcomes =
                    IntStream.range(0, ORDERS)
                            .parallel()
                            .mapToObj(seed -> new RevisedResults(recording).run(new Random(seed)))
                            .toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s: first %s %%, in the end %s %%, %s of %,d results changed%n",
                    Path.of(directory).getFileName(),
                    told(outcomes, Outcome::first),
                    told(outcomes, Outcome::last),
                    told(outcomes, Outcome::changed),
                    recording.labels().items());
        }
    }

    private static String told(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        double mean = outcomes.stream().mapToDouble(figure).average().orElse(0);
        double squares =
                outcomes.stream()
                        .mapToDouble(figure)
                        .map(value -> (value - mean) * (value - mean))
                        .sum();
        double deviation = Math.sqrt(squares / (outcomes.size() - 1));
        return String.format(Locale.ROOT, "%.2f (deviation %.2f)", mean, deviation);
    }

    private Outcome run(Random random) {
        int[] lacking = new int[labels.items()];
        for (int i = 0; i < lacking.length; i++) {
            lacking[i] = labels.to(i) - labels.from(i);
        }
        for (Answer answer : inOrder(random)) {
            inference.add(answer.item, answer.worker, answer.label);
            lacking[answer.item]--;
            if (lacking[answer.item] == 0) {
                first[answer.item] = best(inference.posterior(answer.item));
                last[answer.item] = first[answer.item];
            }
            if (inference.isStale()) {
                inference.refit();
                decideAnew(lacking);
            }
        }
        return new Outcome(share(first), share(last), changed);
    }

    private void decideAnew(int[] lacking) {
        for (int i = 0; i < lacking.length; i++) {
            double[] posterior = inference.posterior(i);
            int best = best(posterior);
            if (lacking[i] == 0 && posterior[best] >= MUCH_LIKELIER * posterior[last[i]]) {
                last[i] = best;
                changed++;
            }
        }
    }

    private List<Answer> inOrder(Random random) {
        Map<Integer, Deque<Answer>> byWorker = new HashMap<>();
        for (int i = 0; i < labels.items(); i++) {
            for (int n = labels.from(i); n < labels.to(i); n++) {
                byWorker.computeIfAbsent(labels.worker(n), _ -> new ArrayDeque<>())
                        .add(new Answer(i, labels.worker(n), labels.label(n)));
            }
        }
        List<Deque<Answer>> waiting = new ArrayList<>(byWorker.values());
        List<Answer> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            int next = random.nextInt(waiting.size());
            order.add(waiting.get(next).remove());
            if (waiting.get(next).isEmpty()) {
                waiting.remove(next);
            }
        }
        return order;
    }

    private double share(int[] decided) {
        long known = IntStream.range(0, truth.length).filter(i -> truth[i] >= 0).count();
        long right =
                IntStream.range(0, truth.length)
                        .filter(i -> truth[i] >= 0 && decided[i] == truth[i])
                        .count();
        return 100.0 * right / known;
    }

    private static int best(double[] posterior) {
        int best = 0;
        for (int c = 1; c < posterior.length; c++) {
            best = posterior[c] > posterior[best] ? c : best;
        }
        return best;
    }
}
