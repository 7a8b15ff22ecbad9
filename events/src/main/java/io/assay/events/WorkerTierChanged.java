package io.assay.events;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Review moved a worker to another tier, or the worker needs more gold, or less. Whole state: all
 * skills of the worker, with the evidence; the newest sequence wins.
 */
public record WorkerTierChanged(
        String workerId, Map<String, SkillStanding> skills, Instant changedAt) implements Event {

    public WorkerTierChanged {
        skills = Collections.unmodifiableMap(new TreeMap<>(skills));
    }

    @Override
    public String key() {
        return workerId;
    }
}
