package io.assay.system.replay;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What most said. */
final class Majority {

    /** What somebody gets right of whom little is known, and how many labels outweigh that. */
    private static final double PRIOR_AGREEMENT = 0.7;

    private static final double PRIOR_LABELS = 4;

    private final Recording recording;
    private final Map<String, Double> agreement;

    Majority(Recording recording) {
        this.recording = recording;
        this.agreement = agreement(recording);
    }

    /** The classes that most named: several, if they are equally many. */
    Set<String> of(String item) {
        Map<String, Integer> votes = new TreeMap<>();
        labels(item).values().forEach(label -> votes.merge(label, 1, Integer::sum));
        int most = Collections.max(votes.values());
        votes.values().removeIf(count -> count < most);
        return votes.keySet();
    }

    /** How often it is right among these items, if ties are broken by lot: the expectation. */
    double right(Collection<String> items) {
        return items.stream().mapToDouble(this::right).sum();
    }

    private double right(String item) {
        Set<String> named = of(item);
        return named.contains(recording.truth().getOrDefault(item, "")) ? 1.0 / named.size() : 0;
    }

    /**
     * What someone would say who knows the labels and not the truth: among the classes that most
     * named, the one whose supporters agree most with others elsewhere.
     */
    String believed(String item) {
        Map<String, Double> trust = new TreeMap<>();
        Set<String> named = of(item);
        labels(item)
                .forEach(
                        (worker, label) ->
                                trust.merge(
                                        label,
                                        agreement.getOrDefault(worker, PRIOR_AGREEMENT),
                                        Double::sum));
        trust.keySet().retainAll(named);
        return Collections.max(trust.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private Map<String, String> labels(String item) {
        return recording.labels().getOrDefault(item, Map.of());
    }

    /** How far each worker's labels agree with the others' on the same items, 0 to 1. */
    private static Map<String, Double> agreement(Recording recording) {
        Map<String, Double> agreeing = new HashMap<>();
        Map<String, Integer> given = new HashMap<>();
        for (Map<String, String> ofItem : recording.labels().values()) {
            List<String> all = List.copyOf(ofItem.values());
            ofItem.forEach(
                    (worker, label) -> {
                        int others = Math.max(1, all.size() - 1);
                        double share = (Collections.frequency(all, label) - 1) / (double) others;
                        agreeing.merge(worker, share, Double::sum);
                        given.merge(worker, 1, Integer::sum);
                    });
        }
        Map<String, Double> agreement = new HashMap<>();
        given.forEach(
                (worker, count) ->
                        agreement.put(
                                worker,
                                (agreeing.getOrDefault(worker, 0.0)
                                                + PRIOR_AGREEMENT * PRIOR_LABELS)
                                        / (count + PRIOR_LABELS)));
        return agreement;
    }
}
