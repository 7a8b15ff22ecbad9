package io.assay.review.gold;

import io.assay.events.CorrectionReason;
import io.assay.events.Ids;
import io.assay.events.Verdict;
import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldLabel.Published;
import io.assay.review.skill.CountScores;
import io.assay.review.verdict.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Verdicts on gold that their workers have read, and what becomes of one that was wrong. */
public class GoldVerdicts {
    private final MongoGoldLabels labels;
    private final CountScores skills;

    GoldVerdicts(MongoGoldLabels labels, CountScores skills) {
        this.labels = labels;
        this.skills = skills;
    }

    /** Empty while it is held: a worker knows no more of it than of any other. */
    public Optional<GoldLabel> published(String assignmentId) {
        return labels.find(assignmentId)
                .map(Versioned::state)
                .filter(label -> label.stage() instanceof Published);
    }

    /** What was answered to this gold task, the latest first. */
    public List<Submission.Label> latestAnswers(String taskId, int limit) {
        return labels.latestOf(taskId, limit).stream().map(found -> found.state().label()).toList();
    }

    /** True if this person answered this gold task. */
    public boolean labelledBy(String taskId, String person) {
        return labels.find(Ids.assignmentId(taskId, person)).isPresent();
    }

    /**
     * Accepts a rejected answer and repairs its worker's score, each once: the verdict first, the
     * score then, marked last. May stop anywhere and be done again.
     */
    public void uphold(String assignmentId, String why, Instant now) {
        GoldLabel label =
                labels.change(assignmentId, read -> accepted(read, why, now)).orElseThrow().state();
        if (label.awaitsRepair()) {
            if (label.measures()) {
                skills.count(List.of(label.correction()), labels::counted);
            }
            markRepaired(assignmentId);
        }
    }

    private static Change<GoldLabel> accepted(Versioned<GoldLabel> read, String why, Instant now) {
        GoldLabel label = read.state();
        if (label.judgement().verdict() == Verdict.ACCEPTED) {
            return new Change<>(read, label);
        }
        Instant at = label.afterPublished(now);
        GoldLabel next = label.upheld(why, at);
        return new Change<>(
                read, next, List.of(next.correctedVerdict(at, CorrectionReason.APPEAL)));
    }

    private void markRepaired(String assignmentId) {
        Versioned<GoldLabel> label = labels.find(assignmentId).orElseThrow();
        if (label.state().awaitsRepair()) {
            labels.updateAll(List.of(new Change<>(label, label.state().repaired())));
        }
    }
}
