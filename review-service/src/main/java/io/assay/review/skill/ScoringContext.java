package io.assay.review.skill;

import io.assay.review.skill.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker's scores are measured with.
 *
 * @param requesters by project, whose it is
 * @param others by skill and requester, answers held against consensus and reviewers
 * @param signals what is conspicuous about the worker's answers
 */
record ScoringContext(
        TierLadder ladder,
        Map<String, String> requesters,
        Map<String, Map<String, Evidence>> others,
        List<Signal> signals,
        Instant now) {

    /** A project that is not known counts as its own requester. */
    String requester(String projectId) {
        return requesters.getOrDefault(projectId, projectId);
    }

    Map<String, Evidence> others(String skill) {
        return others.getOrDefault(skill, Map.of());
    }

    /** The same without signals that a reviewer has found to be nothing. */
    ScoringContext withoutCleared(@Nullable Alarm alarm) {
        return alarm != null && alarm.isQuiet(now)
                ? new ScoringContext(ladder, requesters, others, List.of(), now)
                : this;
    }

    boolean alarmed() {
        return !signals.isEmpty();
    }
}
