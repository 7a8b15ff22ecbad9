package io.assay.evaluation;

import io.assay.truth.inference.AssayInference;
import io.assay.truth.inference.Labels;
import io.assay.truth.inference.Posteriors;
import io.assay.truth.inference.TruthInference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A measurement, not a test: all methods on crowds of many {@linkplain SyntheticCrowd.Kind kinds}.
 * Prints their mean accuracy, and on how many crowds each is more than a standard error behind the
 * best of majority, one-coin and Dawid-Skene.
 */
final class HoldOut {
    private static final int CROWDS = 150;

    private HoldOut() {}

    public static void main(String[] arguments) {
        Map<String, TruthInference> methods = new LinkedHashMap<>();
        methods.put("majority", Posteriors::voteShares);
        methods.put("one-coin", OneCoin.PUBLISHED);
        methods.put("Dawid-Skene", DawidSkene.PUBLISHED);
        methods.put("Assay", new AssayInference());
        for (SyntheticCrowd.Kind kind : SyntheticCrowd.Kind.values()) {
            print(kind, methods);
        }
    }

    private static void print(SyntheticCrowd.Kind kind, Map<String, TruthInference> methods) {
        List<double[]> accuracies = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        double[] logLosses = new double[methods.size()];
        for (int seed = kind.ordinal();
                seed < CROWDS;
                seed += SyntheticCrowd.Kind.values().length) {
            SyntheticCrowd crowd = new SyntheticCrowd(seed);
            Labels labels = crowd.labels();
            double[] row = new double[methods.size()];
            int m = 0;
            for (TruthInference method : methods.values()) {
                Posteriors posteriors = method.infer(labels);
                row[m] = accuracy(posteriors, crowd.truth());
                logLosses[m++] += logLoss(posteriors, crowd.truth());
            }
            accuracies.add(row);
            sizes.add(labels.items());
        }
        System.out.printf("%n%s: %d crowds%n", kind, accuracies.size());
        int m = 0;
        for (String name : methods.keySet()) {
            print(name, m, accuracies, sizes, logLosses[m++] / accuracies.size());
        }
    }

    private static void print(
            String name, int m, List<double[]> accuracies, List<Integer> sizes, double logLoss) {
        double mean = accuracies.stream().mapToDouble(row -> row[m]).average().orElseThrow();
        int behind = 0;
        for (int n = 0; n < accuracies.size(); n++) {
            double[] row = accuracies.get(n);
            double best = Math.max(row[0], Math.max(row[1], row[2]));
            double error = Math.sqrt(best * (1 - best) / sizes.get(n));
            behind += row[m] < best - error ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s accuracy %.2f %%  log-loss %.3f  behind %d%n",
                name,
                100 * mean,
                logLoss,
                behind);
    }

    private static double accuracy(Posteriors posteriors, int[] truth) {
        double right = 0;
        for (int i = 0; i < truth.length; i++) {
            right += posteriors.best(i) == truth[i] ? 1 : 0;
        }
        return right / truth.length;
    }

    private static double logLoss(Posteriors posteriors, int[] truth) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum -= Math.log(Math.max(1e-15, posteriors.of(i, truth[i])));
        }
        return sum / truth.length;
    }
}
