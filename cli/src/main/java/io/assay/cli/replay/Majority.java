package io.assay.cli.replay;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What most said. */
final class Majority {

    private final Recording recording;

    Majority(Recording recording) {
        this.recording = recording;
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

    private Map<String, String> labels(String item) {
        return recording.labels().getOrDefault(item, Map.of());
    }
}
