package io.assay.evaluation;

import io.assay.truth.inference.IncrementalInference;
import io.assay.truth.inference.Labels;
import io.assay.truth.inference.StoppingRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Recorded answers offered again in random order, each taken only if it is worth its price, given
 * what is known of its item and its worker by then.
 *
 * @param labels taken, per item scored
 * @param atOnce accuracy of what was believed when an item's last label was taken
 * @param afterwards accuracy after a last refit
 */
record Replay(double labels, double atOnce, double afterwards) {
    private static final int MAX_ORDERS = 30;
    private static final int MIN_ORDERS = 3;
    private static final int GOLDS = 30;

    /** What all orders together may take: cells of posteriors and confusion matrices to fit. */
    private static final long MAX_CELLS = 3_000_000;

    /** As many as large recordings leave time for. */
    static int orders(Labels labels) {
        long classes = labels.classes();
        long cells = labels.size() * classes + labels.workers() * classes * classes;
        return Math.clamp(MAX_CELLS / Math.max(1, cells), MIN_ORDERS, MAX_ORDERS);
    }

    /** Whose labels are asked for. */
    enum Asked {
        /** Whoever comes next, at the price of a worker as good as most. */
        ANYONE,
        /** Whoever comes next if their label is worth its price; else the one after. */
        WHO_IS_WORTH_IT
    }

    /** Means over random orders, each with other gold items. */
    static Replay mean(Recording recording, Asked asked, StoppingRule rule, int orders) {
        List<Replay> all =
                IntStream.range(0, orders)
                        .parallel()
                        .mapToObj(
                                seed -> new Run(recording, asked, rule, new Random(seed)).replay())
                        .toList();
        return new Replay(
                mean(all, Replay::labels),
                mean(all, Replay::atOnce),
                mean(all, Replay::afterwards));
    }

    private static double mean(List<Replay> all, ToDoubleFunction<Replay> value) {
        return all.stream().mapToDouble(value).average().orElse(0);
    }

    /** An answer as it is offered. */
    private record Answer(int item, int worker, int label) {}

    private static final class Run {
        private final Recording recording;
        private final Labels labels;
        private final Asked asked;
        private final StoppingRule rule;
        private final IncrementalInference inference;
        private final boolean[] gold;
        private final int[] believed;
        private final List<Answer> answers = new ArrayList<>();

        Run(Recording recording, Asked asked, StoppingRule rule, Random random) {
            this.recording = recording;
            this.asked = asked;
            this.labels = recording.labels();
            this.rule = rule;
            this.inference = new IncrementalInference(labels.classes());
            this.gold = new boolean[labels.items()];
            this.believed = new int[labels.items()];
            int golds = Math.min(GOLDS, recording.known() / 2);
            recording.knownItems(random).stream().limit(golds).forEach(i -> gold[i] = true);
            for (int i = 0; i < labels.items(); i++) {
                for (int n = labels.from(i); n < labels.to(i); n++) {
                    answers.add(new Answer(i, labels.worker(n), labels.label(n)));
                }
            }
            Collections.shuffle(answers, random);
        }

        /** Gold items take all their answers; they are not scored, nor are their labels counted. */
        Replay replay() {
            for (int i = 0; i < gold.length; i++) {
                if (gold[i]) {
                    inference.know(i, recording.truth()[i]);
                }
            }
            answers.forEach(this::offer);
            inference.refit();
            return result();
        }

        private void offer(Answer answer) {
            if (gold[answer.item] || wants(answer)) {
                inference.add(answer.item, answer.worker, answer.label);
                believed[answer.item] = best(inference.posterior(answer.item));
                if (inference.isStale()) {
                    inference.refit();
                }
            }
        }

        private boolean wants(Answer answer) {
            return rule.wantsMore(
                    inference.posterior(answer.item),
                    inference.votes(answer.item),
                    switch (asked) {
                        case ANYONE -> inference.meanAccuracy();
                        case WHO_IS_WORTH_IT -> inference.accuracy(answer.worker);
                    },
                    Long.MAX_VALUE);
        }

        private Replay result() {
            double used = 0;
            double atOnce = 0;
            double afterwards = 0;
            int items = 0;
            for (int i = 0; i < gold.length; i++) {
                int truth = recording.truth()[i];
                if (!gold[i] && truth >= 0) {
                    items++;
                    used += inference.votes(i);
                    atOnce += believed[i] == truth ? 1 : 0;
                    afterwards += best(inference.posterior(i)) == truth ? 1 : 0;
                }
            }
            int n = Math.max(1, items);
            return new Replay(used / n, atOnce / n, afterwards / n);
        }

        private static int best(double[] posterior) {
            int best = 0;
            for (int c = 1; c < posterior.length; c++) {
                best = posterior[c] > posterior[best] ? c : best;
            }
            return best;
        }
    }
}
