package io.assay.review.gold;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * How long workers of each project lately waited for a verdict. A gold verdict could be told at
 * once; it is given a delay drawn from these, so that waiting tells nothing. Kept in memory only:
 * an instance that knows none yet holds gold verdicts until it does, up to a limit.
 */
public final class Delays {
    private static final int REMEMBERED = 64;

    private final RandomGenerator random;
    private final Map<String, Deque<Duration>> recent = new ConcurrentHashMap<>();
    private final Set<String> firsts = ConcurrentHashMap.newKeySet();

    public Delays(RandomGenerator random) {
        this.random = random;
    }

    /** A verdict that does not rest on gold came this long after the answer. */
    public void noted(String projectId, Duration delay) {
        recent.compute(
                projectId,
                (_, known) -> {
                    if (known == null) {
                        firsts.add(projectId);
                    }
                    Deque<Duration> delays = known == null ? new ArrayDeque<>() : known;
                    delays.addLast(delay.isNegative() ? Duration.ZERO : delay);
                    if (delays.size() > REMEMBERED) {
                        delays.removeFirst();
                    }
                    return delays;
                });
    }

    /** One of the project's recent delays; empty if none is known. */
    Optional<Duration> drawn(String projectId) {
        Duration[] drawn = new Duration[1];
        recent.computeIfPresent(
                projectId,
                (_, delays) -> {
                    drawn[0] = List.copyOf(delays).get(random.nextInt(delays.size()));
                    return delays;
                });
        return Optional.ofNullable(drawn[0]);
    }

    /** Projects whose first delay became known since the last call. */
    List<String> takeFirsts() {
        List<String> taken = List.copyOf(firsts);
        taken.forEach(firsts::remove);
        return taken;
    }
}
