package io.assay.review.gold;

import io.assay.events.CorrectionReason;
import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldLabel.Undoing;
import io.assay.review.skill.CountScores;
import io.assay.review.skill.Score;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes back what a gold answer that is no longer trusted did to its workers: rejections become
 * acceptances, once published they are corrected, and no score counts any more. Each exactly once,
 * as it was counted ({@link ScoreGold}): first decided in the label's own document, then counted,
 * marked as counted last; whoever is interrupted is repeated.
 */
public class UndoScores {
    private static final int PAGE = 200;

    private final MongoGoldLabels labels;
    private final ScoreGold gold;
    private final CountScores skills;
    private final Clock clock;

    UndoScores(MongoGoldLabels labels, ScoreGold gold, CountScores skills, Clock clock) {
        this.labels = labels;
        this.gold = gold;
        this.skills = skills;
        this.clock = clock;
    }

    /**
     * @param until of labels that were scored later the scores stay
     * @return false if it has to be done once more, as somebody else was at work
     */
    public boolean undo(String taskId, Instant until) {
        boolean whole = true;
        List<Versioned<GoldLabel>> page = labels.ofTask(taskId, "", PAGE);
        while (!page.isEmpty()) {
            whole &= undo(page, until);
            page = labels.ofTask(taskId, page.getLast().id(), PAGE);
        }
        return whole;
    }

    private boolean undo(List<Versioned<GoldLabel>> page, Instant until) {
        List<String> ids =
                page.stream()
                        .filter(label -> label.state().undoing() != Undoing.DONE)
                        .filter(label -> !label.state().scoredAt().isAfter(until))
                        .map(Versioned::id)
                        .toList();
        gold.score(states(ids).stream().filter(label -> !label.counted()).toList());
        boolean decided = decide(ids);
        List<Score> scores =
                states(ids).stream()
                        .filter(label -> label.undoing() == Undoing.DECIDED)
                        .filter(GoldLabel::measures)
                        .map(GoldLabel::undoneScore)
                        .toList();
        skills.count(scores, labels::counted);
        return markDone(ids) && decided;
    }

    private List<GoldLabel> states(List<String> ids) {
        return labels.findAll(ids).values().stream().map(Versioned::state).toList();
    }

    /** What an appeal is changing comes when that is done: no score is taken away before it is. */
    private boolean decide(List<String> ids) {
        List<Change<GoldLabel>> changes = new ArrayList<>();
        boolean all = true;
        for (Versioned<GoldLabel> read : labels.findAll(ids).values()) {
            if (read.state().awaitsRepair()) {
                all = false;
            } else if (read.state().undoing() == Undoing.NONE) {
                changes.add(decided(read));
            }
        }
        return labels.updateAll(changes).isEmpty() && all;
    }

    private Change<GoldLabel> decided(Versioned<GoldLabel> read) {
        GoldLabel label = read.state();
        if (!label.owesVerdict()) {
            return new Change<>(read, label.undone());
        }
        Instant at = label.afterPublished(clock.instant());
        GoldLabel next = label.undone().published(at);
        return new Change<>(read, next, List.of(next.correctedVerdict(at, CorrectionReason.GOLD)));
    }

    private boolean markDone(List<String> ids) {
        List<Change<GoldLabel>> changes = new ArrayList<>();
        Map<String, Versioned<GoldLabel>> found = labels.findAll(ids);
        for (Versioned<GoldLabel> read : found.values()) {
            if (read.state().undoing() == Undoing.DECIDED) {
                changes.add(new Change<>(read, read.state().scoreUndone()));
            }
        }
        return labels.updateAll(changes).isEmpty();
    }
}
