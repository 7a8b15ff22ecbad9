package io.assay.review.freeze;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Watches the rejections of each project. In memory only: after a restart an instance has to see
 * some verdicts before it can tell what is unusual, and each watches the tasks that are its own.
 */
public final class RejectionAlarm {
    private final RejectionRule rule;
    private final Map<String, RecentVerdicts> projects = new ConcurrentHashMap<>();

    public RejectionAlarm(RejectionRule rule) {
        this.rule = rule;
    }

    /** What speaks against telling these verdicts; empty if nothing does. */
    public Optional<RejectionRule.Evidence> on(String projectId, List<Judged> verdicts) {
        RecentVerdicts next = known(projectId).plus(verdicts);
        return rule.alarm(next.before(), next.latest());
    }

    /** These verdicts were told. */
    public void told(String projectId, List<Judged> verdicts) {
        projects.merge(
                projectId, RecentVerdicts.NONE.plus(verdicts), (known, _) -> known.plus(verdicts));
    }

    private RecentVerdicts known(String projectId) {
        return projects.getOrDefault(projectId, RecentVerdicts.NONE);
    }
}
