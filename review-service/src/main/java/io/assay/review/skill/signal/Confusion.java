package io.assay.review.skill.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How one worker answers what. */
final class Confusion {
    private final Map<String, Map<String, Integer>> given = new HashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();

    private Confusion() {}

    static Confusion of(List<RecentAnswer> acts) {
        Confusion confusion = new Confusion();
        for (RecentAnswer act : acts) {
            confusion.shown.merge(act.outcome(), 1, Integer::sum);
            confusion
                    .given
                    .computeIfAbsent(act.outcome(), _ -> new HashMap<>())
                    .merge(act.answer(), 1, Integer::sum);
        }
        return confusion;
    }

    /** How probable it is that two pictures that show these get the same answer, 0 to 1. */
    double same(String one, String other) {
        Map<String, Integer> first = given.getOrDefault(one, Map.of());
        Map<String, Integer> second = given.getOrDefault(other, Map.of());
        double pairs = shown.getOrDefault(one, 0) * (double) shown.getOrDefault(other, 0);
        double same = 0;
        for (Map.Entry<String, Integer> answer : first.entrySet()) {
            same += answer.getValue() * (double) second.getOrDefault(answer.getKey(), 0);
        }
        return pairs == 0 ? 0 : same / pairs;
    }
}
