package io.assay.assignment.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what labels take and bring. Counts gather in memory for some seconds, so that a label
 * costs no write of its own; what a crash takes with it is that little.
 */
public final class KeepFigures {

    private static final int MAX_WORKERS = 100_000;

    private final MongoFigures stored;
    private final Object lock = new Object();

    /** By project. */
    private Map<String, ProjectFigures> pending = new HashMap<>();

    /** By worker the last submission, the one who submitted last at the end. */
    private final Map<String, Instant> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MAX_WORKERS;
                }
            };

    KeepFigures(MongoFigures stored) {
        this.stored = stored;
    }

    /**
     * A worker submitted these together.
     *
     * @param projectIds one for each
     * @param leasedAt of the one that was leased first
     */
    public void submitted(
            String workerId, List<String> projectIds, Instant leasedAt, Instant submittedAt) {
        synchronized (lock) {
            Instant before = last.put(workerId, submittedAt);
            Pace.each(before, leasedAt, submittedAt, projectIds.size())
                    .map(each -> ProjectFigures.ofPictures(workerId, Durations.of(List.of(each))))
                    .ifPresent(one -> projectIds.forEach(id -> add(id, one)));
        }
    }

    /** The first verdict on a label came so long after it. */
    public void reviewed(String projectId, Duration after, boolean accepted) {
        synchronized (lock) {
            add(projectId, ProjectFigures.ofVerdict(after, accepted));
        }
    }

    /** A rejected label was accepted after all. */
    public void corrected(String projectId) {
        synchronized (lock) {
            add(projectId, ProjectFigures.ofCorrection());
        }
    }

    private void add(String projectId, ProjectFigures more) {
        pending.merge(projectId, more, ProjectFigures::plus);
    }

    /** Writes what has gathered; what could not be written waits for the next time. */
    void flush() {
        Map<String, ProjectFigures> taken;
        synchronized (lock) {
            taken = pending;
            pending = new HashMap<>();
        }
        try {
            taken.entrySet()
                    .removeIf(
                            one -> {
                                stored.add(one.getKey(), one.getValue());
                                return true;
                            });
        } finally {
            synchronized (lock) {
                taken.forEach(this::add);
            }
        }
    }
}
