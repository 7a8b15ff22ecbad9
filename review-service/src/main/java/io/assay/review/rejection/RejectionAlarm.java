package io.assay.review.rejection;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Watches the rejections of each project, each kind of verdict by itself. In memory only: after a
 * restart an instance has to see some verdicts before it knows what is unusual, and each watches
 * the tasks that are its own. Of more than {@link #MAX_PROJECTS} projects, those are forgotten
 * whose verdicts were published longest ago. Thread-safe.
 */
public final class RejectionAlarm {
    private record Watched(String projectId, RecentVerdict.Kind kind) {}

    /** Projects, by kind of verdict. */
    static final int MAX_PROJECTS = 2_000;

    private final RejectionRule rule;
    private final Map<Watched, RecentVerdicts> watched = new LinkedHashMap<>(16, 0.75f, true);

    public RejectionAlarm(RejectionRule rule) {
        this.rule = rule;
    }

    /** What speaks against publishing these verdicts; empty if nothing does. */
    public Optional<RejectionRule.Evidence> on(String projectId, List<RecentVerdict> verdicts) {
        return byKind(verdicts).entrySet().stream()
                .flatMap(of -> alarm(projectId, of.getKey(), of.getValue()).stream())
                .findFirst();
    }

    private Optional<RejectionRule.Evidence> alarm(
            String projectId, RecentVerdict.Kind kind, List<RecentVerdict> verdicts) {
        RecentVerdicts next = known(new Watched(projectId, kind)).plus(verdicts);
        return rule.alarm(kind, next.before(), next.latest());
    }

    private synchronized RecentVerdicts known(Watched of) {
        return watched.getOrDefault(of, RecentVerdicts.NONE);
    }

    /** These verdicts are published. */
    public void add(String projectId, List<RecentVerdict> verdicts) {
        byKind(verdicts).forEach((kind, some) -> add(new Watched(projectId, kind), some));
    }

    private synchronized void add(Watched of, List<RecentVerdict> verdicts) {
        watched.put(of, known(of).plus(verdicts));
        if (watched.size() > MAX_PROJECTS) {
            watched.remove(watched.keySet().iterator().next());
        }
    }

    synchronized int size() {
        return watched.size();
    }

    private static Map<RecentVerdict.Kind, List<RecentVerdict>> byKind(
            List<RecentVerdict> verdicts) {
        return verdicts.stream()
                .collect(
                        Collectors.groupingBy(
                                RecentVerdict::kind,
                                () -> new EnumMap<>(RecentVerdict.Kind.class),
                                Collectors.toList()));
    }
}
