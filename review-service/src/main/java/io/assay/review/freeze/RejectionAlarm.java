package io.assay.review.freeze;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Watches the rejections of each project, each kind of verdict by itself. In memory only: after a
 * restart an instance has to see some verdicts before it can tell what is unusual, and each watches
 * the tasks that are its own.
 */
public final class RejectionAlarm {
    private record Watched(String projectId, Judged.Kind kind) {}

    private final RejectionRule rule;
    private final Map<Watched, RecentVerdicts> watched = new ConcurrentHashMap<>();

    public RejectionAlarm(RejectionRule rule) {
        this.rule = rule;
    }

    /** What speaks against telling these verdicts; empty if nothing does. */
    public Optional<RejectionRule.Evidence> on(String projectId, List<Judged> verdicts) {
        return byKind(verdicts).entrySet().stream()
                .flatMap(of -> alarm(projectId, of.getKey(), of.getValue()).stream())
                .findFirst();
    }

    private Optional<RejectionRule.Evidence> alarm(
            String projectId, Judged.Kind kind, List<Judged> verdicts) {
        RecentVerdicts next =
                watched.getOrDefault(new Watched(projectId, kind), RecentVerdicts.NONE)
                        .plus(verdicts);
        return rule.alarm(kind, next.before(), next.latest());
    }

    /** These verdicts were told. */
    public void told(String projectId, List<Judged> verdicts) {
        byKind(verdicts)
                .forEach(
                        (kind, some) ->
                                watched.merge(
                                        new Watched(projectId, kind),
                                        RecentVerdicts.NONE.plus(some),
                                        (known, _) -> known.plus(some)));
    }

    private static Map<Judged.Kind, List<Judged>> byKind(List<Judged> verdicts) {
        return verdicts.stream()
                .collect(
                        Collectors.groupingBy(
                                Judged::kind,
                                () -> new EnumMap<>(Judged.Kind.class),
                                Collectors.toList()));
    }
}
