package io.assay.cli.replay;

import io.assay.cli.client.Projects.Exported;
import io.assay.cli.client.ResultStream;
import io.assay.cli.reconcile.Check;
import io.assay.events.Answer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How often the platform is right, beside majority vote over the same labels.
 *
 * @param platform results that are right
 * @param majority that majority vote gets right, ties by expectation
 * @param items with a known truth
 * @param consensus results that consensus decided, and that are right
 * @param ofConsensus results that consensus decided
 * @param majorityOfConsensus what majority vote gets right of these
 */
record Scores(
        long platform,
        double majority,
        int items,
        long consensus,
        int ofConsensus,
        double majorityOfConsensus) {

    private static final double ROUNDING = 1e-9;

    /**
     * @param classId of a recorded label
     * @param streamed results as the partner received them: they say who decided
     */
    static Scores of(
            Recording recording,
            UnaryOperator<String> classId,
            List<Exported> exported,
            List<ResultStream.Line> streamed) {
        Majority majority = new Majority(recording);
        Map<String, Exported> results = new HashMap<>();
        exported.forEach(row -> results.put(row.externalId(), row));
        Set<String> byReviewer =
                streamed.stream()
                        .filter(
                                line ->
                                        !line.data()
                                                .path("decidedBy")
                                                .asString("")
                                                .equals("consensus"))
                        .map(line -> line.data().path("externalId").asString(""))
                        .collect(Collectors.toSet());
        List<String> known =
                recording.labels().keySet().stream()
                        .filter(recording.truth()::containsKey)
                        .toList();
        List<String> sure = known.stream().filter(item -> !byReviewer.contains(item)).toList();
        return new Scores(
                right(known, recording, classId, results),
                majority.right(known),
                known.size(),
                right(sure, recording, classId, results),
                sure.size(),
                majority.right(sure));
    }

    private static long right(
            Collection<String> items,
            Recording recording,
            UnaryOperator<String> classId,
            Map<String, Exported> results) {
        return items.stream()
                .filter(
                        item -> {
                            Exported result = results.get(item);
                            String truth = recording.truth().getOrDefault(item, "");
                            return result != null
                                    && new Answer.Category(classId.apply(truth))
                                            .equals(result.answer());
                        })
                .count();
    }

    double majorityShare() {
        return majority / items;
    }

    /**
     * @param all whether every recorded label was asked for: majority vote has all of them, so it
     *     may know better what was decided by fewer
     */
    List<Check> checks(boolean all) {
        return List.of(
                new Check(
                        "accuracy of the platform's results",
                        platform >= majority - ROUNDING,
                        line((double) platform, items)),
                new Check(
                        "  majority vote over all recorded labels, ties by expectation",
                        true,
                        line(majority, items)),
                new Check(
                        "  results that consensus decided",
                        !all || consensus >= majorityOfConsensus - ROUNDING,
                        line((double) consensus, ofConsensus)),
                new Check(
                        "  majority vote on the same items",
                        true,
                        line(majorityOfConsensus, ofConsensus)));
    }

    private static String line(double right, int of) {
        return String.format(
                Locale.ROOT, "%6.2f %%  %,.1f of %,d", 100 * right / Math.max(1, of), right, of);
    }
}
