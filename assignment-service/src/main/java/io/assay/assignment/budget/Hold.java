package io.assay.assignment.budget;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Money set apart for a batch of leases that is about to be written, all of one project.
 *
 * @param id letters and digits
 * @param at also the time of the leases, by which they are known as those of this hold
 * @param parts at least one
 */
public record Hold(String id, String projectId, Instant at, List<Part> parts) {

    /**
     * One lease.
     *
     * @param price minor units, 0 or more
     */
    public record Part(String assignmentId, String taskId, String workerId, long price) {}

    public Hold {
        parts = List.copyOf(parts);
    }

    /** Minor units. */
    public long amount() {
        return parts.stream().mapToLong(Part::price).reduce(0, Math::addExact);
    }

    /** What is given back if only these were leased. */
    public long without(Set<String> leased) {
        return parts.stream()
                .filter(part -> !leased.contains(part.assignmentId()))
                .mapToLong(Part::price)
                .sum();
    }
}
