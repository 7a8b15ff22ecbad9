package io.assay.review.gold;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How long workers of each project lately waited for a verdict. A gold verdict could be told at
 * once; it is given a delay as if drawn from these, so that waiting tells nothing: from the
 * worker's own where some are known, as who is usually first waits longest. It lies between two of
 * them, never on one, as one that comes twice to the millisecond would tell. Kept in memory only,
 * of the projects and workers that were judged last: an instance that knows none yet holds gold
 * verdicts until it does, up to a limit. Thread-safe.
 */
public final class Delays {
    private static final int OF_A_PROJECT = 64;
    private static final int OF_A_WORKER = 16;

    /** Fewer of a worker's own would be drawn too often. */
    private static final int ENOUGH = 4;

    private static final int MOST_PROJECTS = 10_000;
    private static final int MOST_WORKERS = 20_000;

    /** A lone delay is varied by a tenth. */
    private static final double VARIATION = 0.1;

    private record Place(String projectId, String workerId) {}

    private final RandomGenerator random;
    private final Map<String, Recent> ofProjects = atMost(MOST_PROJECTS);
    private final Map<Place, Recent> ofWorkers = atMost(MOST_WORKERS);
    private final Set<String> firsts = new HashSet<>();

    public Delays(RandomGenerator random) {
        this.random = random;
    }

    /** A verdict that does not rest on gold came this long after the answer. */
    public synchronized void noted(String projectId, String workerId, Duration delay) {
        if (!ofProjects.containsKey(projectId) && firsts.size() < MOST_PROJECTS) {
            firsts.add(projectId);
        }
        long millis = Math.max(0, delay.toMillis());
        ofProjects.computeIfAbsent(projectId, _ -> new Recent(OF_A_PROJECT)).add(millis);
        ofWorkers
                .computeIfAbsent(new Place(projectId, workerId), _ -> new Recent(OF_A_WORKER))
                .add(millis);
    }

    /** As the worker's recent ones in the project, or the project's; empty if none is known. */
    synchronized Optional<Duration> drawn(String projectId, String workerId) {
        Recent own = ofWorkers.get(new Place(projectId, workerId));
        Recent all = ofProjects.get(projectId);
        return Optional.ofNullable(own != null && own.size >= ENOUGH ? own : all)
                .map(recent -> Duration.ofMillis(Math.round(recent.drawn(random))));
    }

    /** Projects whose first delay became known since the last call. */
    synchronized List<String> takeFirsts() {
        List<String> taken = List.copyOf(firsts);
        firsts.clear();
        return taken;
    }

    private static <K> Map<K, Recent> atMost(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Recent> eldest) {
                return size() > most;
            }
        };
    }

    /** The last few, in milliseconds. */
    private static final class Recent {
        private final long[] millis;
        private int next;
        private int size;

        Recent(int most) {
            millis = new long[most];
        }

        void add(long one) {
            millis[next] = one;
            next = (next + 1) % millis.length;
            size = Math.min(size + 1, millis.length);
        }

        double drawn(RandomGenerator random) {
            if (size == 1) {
                return millis[0] * (1 + VARIATION * (2 * random.nextDouble() - 1));
            }
            long[] sorted = Arrays.copyOf(millis, size);
            Arrays.sort(sorted);
            double place = random.nextDouble() * (size - 1);
            int below = (int) place;
            return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
        }
    }
}
