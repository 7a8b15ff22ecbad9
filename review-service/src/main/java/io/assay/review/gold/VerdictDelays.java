package io.assay.review.gold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When gold verdicts are published, so that waiting shows nothing. They could be published at once;
 * each is given a delay as if drawn from those of other verdicts: from the worker's own where some
 * are known, as who is usually first waits longest. It lies between two of them, never on one, as
 * one that comes twice to the millisecond would show. But where a worker's verdicts come many at a
 * time, one that comes alone would show, so it comes with one on an answer of the same time.
 *
 * <p>Kept in memory only, of the projects and workers that were judged last: an instance that knows
 * none yet holds gold verdicts until it does, up to a limit. Thread-safe.
 */
public final class VerdictDelays {
    private static final int OF_A_PROJECT = 64;
    private static final int OF_A_WORKER = 16;

    /** Fewer of a worker's own would be drawn too often. */
    private static final int MIN_OF_A_WORKER = 4;

    static final int MAX_PROJECTS = 10_000;
    private static final int MAX_WORKERS = 20_000;
    private static final int MAX_WAITING = 100;

    /** A lone delay is varied by a tenth, and by no more milliseconds than these. */
    private static final double VARIATION = 0.1;

    private static final double MAX_VARIATION = 1_000;

    /** What comes within this time comes together. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    /**
     * Milliseconds beyond the longest recent delay, or less if that is short: then it is published,
     * whatever it was to come with.
     */
    private static final long COMPANION_TIMEOUT = 5_000;

    private record Place(String projectId, String workerId) {}

    private record Waiting(String goldId, Instant submittedAt) {}

    /** A gold verdict that is published with another, of this moment. */
    record Companion(String goldId, Instant at) {}

    private final RandomGenerator random;
    private final Map<String, Recent> ofProjects = atMost(MAX_PROJECTS);
    private final Map<Place, OfWorker> ofWorkers = atMost(MAX_WORKERS);
    private final Set<String> firsts = new HashSet<>();
    private final List<Companion> companions = new ArrayList<>();

    public VerdictDelays(RandomGenerator random) {
        this.random = random;
    }

    /** A verdict that does not rest on gold came then. */
    public synchronized void noted(
            String projectId, String workerId, Instant submittedAt, Instant at) {
        if (!ofProjects.containsKey(projectId) && firsts.size() < MAX_PROJECTS) {
            firsts.add(projectId);
        }
        long millis = Math.max(0, Duration.between(submittedAt, at).toMillis());
        ofProjects.computeIfAbsent(projectId, _ -> new Recent(OF_A_PROJECT)).add(millis);
        OfWorker worker =
                ofWorkers.computeIfAbsent(new Place(projectId, workerId), _ -> new OfWorker());
        worker.add(millis, submittedAt, at);
        if (companions.size() < MAX_WORKERS) {
            companions.addAll(worker.companions(submittedAt, at));
        }
    }

    /**
     * When a gold verdict is published at the latest: as others of the worker in the project, or of
     * the project, were; empty if none is known.
     */
    synchronized Optional<Instant> due(
            String projectId, String workerId, String goldId, Instant submittedAt) {
        OfWorker own = ofWorkers.get(new Place(projectId, workerId));
        if (own != null && own.recent.size >= MIN_OF_A_WORKER) {
            return Optional.of(
                    random.nextDouble() < own.shareTogether()
                            ? own.together(new Waiting(goldId, submittedAt))
                            : own.recent.after(submittedAt, random));
        }
        return Optional.ofNullable(ofProjects.get(projectId))
                .map(recent -> recent.after(submittedAt, random));
    }

    /** Gold verdicts whose companion was published since the last call. */
    synchronized List<Companion> takeCompanions() {
        List<Companion> taken = List.copyOf(companions);
        companions.clear();
        return taken;
    }

    /** Projects whose first delay became known since the last call. */
    synchronized List<String> takeFirsts() {
        List<String> taken = List.copyOf(firsts);
        firsts.clear();
        return taken;
    }

    private static <K, V> Map<K, V> atMost(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    private static boolean isTogether(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOGETHER) < 0;
    }

    /** What was published lately to one worker of one project, and the gold that waits. */
    private static final class OfWorker {
        private final Recent recent = new Recent(OF_A_WORKER);

        /** By the places of {@link #recent}: whether it came together with another. */
        private final boolean[] together = new boolean[OF_A_WORKER];

        private final List<Waiting> waiting = new ArrayList<>();
        private Instant submittedAt = Instant.MIN;
        private Instant at = Instant.MIN;

        void add(long millis, Instant submitted, Instant published) {
            boolean again = !at.equals(Instant.MIN) && isTogether(at, published);
            if (again) {
                together[(recent.next + OF_A_WORKER - 1) % OF_A_WORKER] = true;
            }
            together[recent.next] = again;
            recent.add(millis);
            submittedAt = submitted;
            at = published;
        }

        double shareTogether() {
            int count = 0;
            for (int i = 0; i < recent.size; i++) {
                count += together[i] ? 1 : 0;
            }
            return (double) count / recent.size;
        }

        /** With what was just published on an answer of the same time, or with what will be. */
        Instant together(Waiting gold) {
            if (!at.equals(Instant.MIN) && isTogether(submittedAt, gold.submittedAt())) {
                return at;
            }
            if (waiting.size() < MAX_WAITING) {
                waiting.add(gold);
            }
            long longest = recent.longest();
            return gold.submittedAt().plusMillis(longest + Math.min(longest, COMPANION_TIMEOUT));
        }

        List<Companion> companions(Instant submitted, Instant published) {
            List<Companion> now =
                    waiting.stream()
                            .filter(gold -> submitted.plus(TOGETHER).isAfter(gold.submittedAt()))
                            .map(gold -> new Companion(gold.goldId(), published))
                            .toList();
            waiting.removeIf(gold -> submitted.plus(TOGETHER).isAfter(gold.submittedAt()));
            return now;
        }
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

        long longest() {
            return Arrays.stream(millis, 0, size).max().orElse(0);
        }

        Instant after(Instant submittedAt, RandomGenerator random) {
            return submittedAt.plusMillis(Math.round(drawn(random)));
        }

        private double drawn(RandomGenerator random) {
            if (size == 1) {
                double most = Math.min(VARIATION * millis[0], MAX_VARIATION);
                return millis[0] + most * (2 * random.nextDouble() - 1);
            }
            long[] sorted = Arrays.copyOf(millis, size);
            Arrays.sort(sorted);
            double place = random.nextDouble() * (size - 1);
            int below = (int) place;
            return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
        }
    }
}
