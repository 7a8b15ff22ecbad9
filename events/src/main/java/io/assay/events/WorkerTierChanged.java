package io.assay.events;

import java.time.Instant;
import java.util.Map;

/**
 * Review moved a worker to another tier. Whole state: all skills of the worker; the newest sequence
 * wins.
 */
public record WorkerTierChanged(
        String workerId, Map<String, SkillStanding> skills, Instant changedAt) implements Event {

    @Override
    public String key() {
        return workerId;
    }
}
