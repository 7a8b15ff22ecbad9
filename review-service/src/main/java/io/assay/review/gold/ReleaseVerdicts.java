package io.assay.review.gold;

import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the verdicts on gold whose time has come. The due time is in the document, so a crash
 * only delays; several instances may run this, the version decides who publishes.
 */
class ReleaseVerdicts {
    private static final int BATCH = 500;
    private static final int MAX_FROZEN = 1_000;
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private final MongoGoldLabels labels;
    private final VerdictDelays delays;
    private final Hold hold;
    private final GoldMetrics metrics;
    private final MongoProjects projects;

    ReleaseVerdicts(
            MongoGoldLabels labels,
            VerdictDelays delays,
            Hold hold,
            GoldMetrics metrics,
            MongoProjects projects) {
        this.labels = labels;
        this.delays = delays;
        this.hold = hold;
        this.metrics = metrics;
        this.projects = projects;
    }

    void release() {
        delays.takeFirsts().forEach(this::draw);
        join(delays.takeCompanions());
        Instant now = hold.clock().instant();
        List<String> frozen = frozen();
        List<Versioned<GoldLabel>> due;
        do {
            due = labels.due(now, frozen, BATCH);
            publish(due, now);
        } while (due.size() == BATCH);
    }

    private List<String> frozen() {
        return projects.frozen("", MAX_FROZEN).stream().map(ReviewedProject::projectId).toList();
    }

    private void publish(List<Versioned<GoldLabel>> due, Instant now) {
        Map<String, ReviewedProject> known =
                projects.findAll(due.stream().map(label -> label.state().projectId()).toList());
        List<Change<GoldLabel>> changes = new ArrayList<>();
        for (Versioned<GoldLabel> label : due) {
            Instant at = publishedAt(label.state(), now);
            GoldLabel published =
                    published(label.state(), known.get(label.state().projectId()), at);
            changes.add(new Change<>(label, published, List.of(published.verdict(at))));
        }
        Set<String> stale = labels.updateAll(changes);
        due.stream()
                .filter(label -> !stale.contains(label.id()))
                .forEach(label -> metrics.count(label.state()));
    }

    /**
     * When its time came: all that are published at one moment would be gold. But what waited
     * longer, as its project was frozen or nobody published it, is published now.
     */
    static Instant publishedAt(GoldLabel label, Instant now) {
        return label.stage() instanceof GoldLabel.Held(var due, _) && due.isAfter(now.minus(PROMPT))
                ? due
                : now;
    }

    /**
     * Like any other verdict of a project whose rejections were not to be trusted. But nobody
     * passes a test by that.
     */
    static GoldLabel published(GoldLabel label, @Nullable ReviewedProject project, Instant now) {
        boolean waived =
                project != null
                        && !label.right()
                        && label.isWork()
                        && project.waives(label.label().submittedAt());
        return (waived ? label.waived() : label).published(now);
    }

    /** What they were to come with is published: they are due. */
    private void join(List<VerdictDelays.Companion> companions) {
        if (companions.isEmpty()) {
            return;
        }
        Map<String, Instant> due = new HashMap<>();
        companions.forEach(one -> due.put(one.goldId(), one.at()));
        List<Change<GoldLabel>> changes = new ArrayList<>();
        for (Versioned<GoldLabel> label : labels.findAll(due.keySet()).values()) {
            Instant at = due.get(label.id());
            if (at != null && label.state().stage() instanceof GoldLabel.Held) {
                changes.add(new Change<>(label, label.state().held(at, true)));
            }
        }
        labels.updateAll(changes);
    }

    /** The project's first delay is known: what waited for one gets it now. */
    private void draw(String projectId) {
        List<Versioned<GoldLabel>> waiting;
        do {
            waiting = labels.undrawn(projectId, BATCH);
            List<Change<GoldLabel>> changes = new ArrayList<>();
            for (Versioned<GoldLabel> label : waiting) {
                Optional<GoldLabel> drawn = hold.drawn(label.state());
                drawn.ifPresent(next -> changes.add(new Change<>(label, next)));
            }
            labels.updateAll(changes);
        } while (waiting.size() == BATCH);
    }
}
