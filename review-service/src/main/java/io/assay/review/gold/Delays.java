package io.assay.review.gold;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How long workers of each project lately waited for a verdict. A gold verdict could be told at
 * once; it is given a delay drawn from these, so that waiting tells nothing. Kept in memory only:
 * an instance that knows none yet holds gold verdicts until it does, up to a limit. Thread-safe.
 */
public final class Delays {
    private static final int REMEMBERED = 64;

    /** Projects; of more, those whose last delay was noted longest ago are forgotten. */
    static final int MOST = 2_000;

    private final RandomGenerator random;
    private final Map<String, Deque<Duration>> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> firsts = new HashSet<>();

    public Delays(RandomGenerator random) {
        this.random = random;
    }

    /** A verdict that does not rest on gold came this long after the answer. */
    public synchronized void noted(String projectId, Duration delay) {
        Deque<Duration> delays = recent.get(projectId);
        if (delays == null) {
            delays = new ArrayDeque<>();
            recent.put(projectId, delays);
            firsts.add(projectId);
            forgetOldest();
        }
        delays.addLast(delay.isNegative() ? Duration.ZERO : delay);
        if (delays.size() > REMEMBERED) {
            delays.removeFirst();
        }
    }

    private void forgetOldest() {
        if (recent.size() > MOST) {
            String oldest = recent.keySet().iterator().next();
            recent.remove(oldest);
            firsts.remove(oldest);
        }
    }

    /** One of the project's recent delays; empty if none is known. */
    synchronized Optional<Duration> drawn(String projectId) {
        Deque<Duration> delays = recent.get(projectId);
        return delays == null
                ? Optional.empty()
                : Optional.of(List.copyOf(delays).get(random.nextInt(delays.size())));
    }

    /** Projects whose first delay became known since the last call. */
    synchronized List<String> takeFirsts() {
        List<String> taken = List.copyOf(firsts);
        firsts.clear();
        return taken;
    }

    synchronized int size() {
        return recent.size();
    }
}
