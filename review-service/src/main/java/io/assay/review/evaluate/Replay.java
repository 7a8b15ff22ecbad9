package io.assay.review.evaluate;

import io.assay.review.inference.IncrementalInference;
import io.assay.review.inference.Labels;
import io.assay.review.inference.StoppingRule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Recorded answers offered again in random order, each taken only if it is worth its price, given
 * what is known of its item and its worker by then.
 *
 * @param labels taken, per item scored
 * @param atOnce accuracy of what was believed when an item's last label was taken
 * @param afterwards accuracy after a last refit
 */
record Replay(double labels, double atOnce, double afterwards) {
    static final int ORDERS = 30;
    private static final int GOLDS = 30;

    /** Whose labels are asked for. */
    enum Asked {
        /** Whoever comes next, at the price of a worker as good as most. */
        ANYONE,
        /** He who comes next if his label is worth its price; else the next who comes. */
        WHO_IS_WORTH_IT
    }

    /** Means over random orders, each with other gold items. */
    static Replay mean(
            Recording recording,
            Asked asked,
            Optional<Recording> test,
            StoppingRule rule,
            int orders) {
        double labels = 0;
        double atOnce = 0;
        double afterwards = 0;
        for (int seed = 0; seed < orders; seed++) {
            Replay one = new Run(recording, asked, rule, new Random(seed)).replay(test);
            labels += one.labels / orders;
            atOnce += one.atOnce / orders;
            afterwards += one.afterwards / orders;
        }
        return new Replay(labels, atOnce, afterwards);
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
        Replay replay(Optional<Recording> test) {
            for (int i = 0; i < gold.length; i++) {
                if (gold[i]) {
                    inference.know(i, recording.truth()[i]);
                }
            }
            test.ifPresent(this::take);
            answers.forEach(this::offer);
            inference.refit();
            return result();
        }

        /** The items of the test become further gold items behind the others. */
        private void take(Recording test) {
            Labels taken = test.labels();
            for (int i = 0; i < taken.items(); i++) {
                int item = labels.items() + i;
                inference.know(item, recording.classIn(test, test.truth()[i]));
                for (int n = taken.from(i); n < taken.to(i); n++) {
                    int worker = recording.workerIn(test, taken.worker(n));
                    int label = recording.classIn(test, taken.label(n));
                    if (worker >= 0 && label >= 0) {
                        inference.add(item, worker, label);
                    }
                }
            }
            inference.refit();
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
