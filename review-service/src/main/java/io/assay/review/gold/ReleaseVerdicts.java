package io.assay.review.gold;

import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the verdicts on gold whose time has come. The due time is in the document, so a crash only
 * delays; several instances may run this, the version decides who tells.
 */
class ReleaseVerdicts {
    private static final int BATCH = 500;

    private final MongoGoldLabels labels;
    private final Delays delays;
    private final Hold hold;
    private final GoldMetrics metrics;

    ReleaseVerdicts(MongoGoldLabels labels, Delays delays, Hold hold, GoldMetrics metrics) {
        this.labels = labels;
        this.delays = delays;
        this.hold = hold;
        this.metrics = metrics;
    }

    void release() {
        delays.takeFirsts().forEach(this::draw);
        Instant now = hold.clock().instant();
        List<Versioned<GoldLabel>> due;
        do {
            due = labels.due(now, BATCH);
            tell(due, now);
        } while (due.size() == BATCH);
    }

    private void tell(List<Versioned<GoldLabel>> due, Instant now) {
        List<Change<GoldLabel>> changes = new ArrayList<>();
        for (Versioned<GoldLabel> label : due) {
            changes.add(
                    new Change<>(label, label.state().told(), List.of(label.state().verdict(now))));
        }
        Set<String> stale = labels.updateAll(changes);
        due.stream()
                .filter(label -> !stale.contains(label.id()))
                .forEach(label -> metrics.told(label.state()));
    }

    /** The project's first delay is known: what waited for one gets it now. */
    private void draw(String projectId) {
        List<Versioned<GoldLabel>> waiting;
        do {
            waiting = labels.undrawn(projectId, BATCH);
            List<Change<GoldLabel>> changes = new ArrayList<>();
            for (Versioned<GoldLabel> label : waiting) {
                Optional<GoldLabel> drawn = hold.drawn(label.state());
                drawn.ifPresent(next -> changes.add(new Change<>(label, next, List.of())));
            }
            labels.updateAll(changes);
        } while (waiting.size() == BATCH);
    }
}
