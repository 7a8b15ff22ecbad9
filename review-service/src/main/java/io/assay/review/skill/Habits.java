package io.assay.review.skill;

import io.assay.review.skill.signal.RecentAnswer;
import io.assay.review.skill.signal.Signal;
import io.assay.review.skill.signal.Signals;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of a worker's answers that were not gold.
 *
 * @param others by skill and requester, how often they agreed with the outcome, as evidence
 * @param recent the latest answers by skill
 */
record Habits(Map<String, Map<String, Evidence>> others, Map<String, List<RecentAnswer>> recent) {

    static final Habits NONE = new Habits(Map.of(), Map.of());

    List<Signal> signals() {
        return recent.values().stream().flatMap(acts -> Signals.of(acts).stream()).toList();
    }
}
