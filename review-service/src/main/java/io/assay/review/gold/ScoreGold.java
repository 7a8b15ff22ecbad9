package io.assay.review.gold;

import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldLabel.Undoing;
import io.assay.review.skill.CountScores;
import io.assay.review.skill.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps answers to gold tasks and counts each exactly once in its worker's skill, whatever crashes
 * or is repeated in between: kept first, counted then, marked as counted last. See {@link
 * CountScores} for why that is enough.
 */
public class ScoreGold {
    private final MongoGoldLabels labels;
    private final CountScores skills;
    private final Hold hold;
    private final GoldMetrics metrics;

    ScoreGold(MongoGoldLabels labels, CountScores skills, Hold hold, GoldMetrics metrics) {
        this.labels = labels;
        this.skills = skills;
        this.hold = hold;
        this.metrics = metrics;
    }

    /**
     * Idempotent. Returns when every one is counted.
     *
     * @return tasks with a label that is not to be scored, but was before
     */
    public Set<String> score(List<GoldLabel> scored) {
        if (scored.isEmpty()) {
            return Set.of();
        }
        Set<String> added = labels.insertAll(scored.stream().map(this::kept).toList());
        scored.stream()
                .filter(label -> added.contains(label.id()) && !label.counted())
                .forEach(metrics::scored);
        Collection<GoldLabel> kept = asKept(scored, added);
        List<GoldLabel> open = kept.stream().filter(label -> !label.counted()).toList();
        List<Score> scores =
                open.stream().filter(GoldLabel::measures).map(GoldLabel::score).toList();
        skills.count(scores, this::counted);
        markCounted(open.stream().map(GoldLabel::id).toList());
        return scoredBefore(scored, kept);
    }

    private static Set<String> scoredBefore(List<GoldLabel> received, Collection<GoldLabel> kept) {
        Set<String> unscored =
                received.stream()
                        .filter(label -> label.undoing() != Undoing.NONE)
                        .map(GoldLabel::id)
                        .collect(Collectors.toSet());
        return kept.stream()
                .filter(label -> label.undoing() == Undoing.NONE && unscored.contains(label.id()))
                .map(GoldLabel::taskId)
                .collect(Collectors.toSet());
    }

    /** What was scored before keeps its score, whatever is thought of the gold since. */
    private Collection<GoldLabel> asKept(List<GoldLabel> scored, Set<String> added) {
        List<GoldLabel> kept = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (GoldLabel label : scored) {
            if (added.contains(label.id())) {
                kept.add(label);
            } else {
                known.add(label.id());
            }
        }
        labels.findAll(known).values().forEach(found -> kept.add(found.state()));
        return kept;
    }

    /** What is not to be counted is held from the start. */
    private GoldLabel kept(GoldLabel label) {
        return label.counted() ? hold.held(label) : label;
    }

    private Set<String> counted(Collection<String> ids) {
        return labels.counted(ids);
    }

    /** Whoever is faster marks: a stale version means that another instance did. */
    private void markCounted(List<String> ids) {
        List<Change<GoldLabel>> changes = new ArrayList<>();
        Map<String, Versioned<GoldLabel>> found = labels.findAll(ids);
        for (Versioned<GoldLabel> label : found.values()) {
            if (!label.state().counted()) {
                changes.add(new Change<>(label, hold.held(label.state())));
            }
        }
        labels.updateAll(changes);
    }
}
