package io.assay.review.gold;

import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldDoubt.Witness;
import io.assay.review.gold.GoldLabel.Undoing;
import io.assay.review.skill.MongoSkills;
import io.assay.review.skill.Skill;
import io.assay.review.skill.SkillEstimate;
import io.assay.review.skill.WorkerSkills;
import io.assay.truth.consensus.Tolerance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks whether a known answer is to be trusted, from the latest answers to it. */
public class DoubtGold {
    private static final int LATEST = 50;

    /** Gold answers after which one more changes little. */
    private static final int FEW = 10;

    private final MongoGoldLabels labels;
    private final MongoSkills skills;

    DoubtGold(MongoGoldLabels labels, MongoSkills skills) {
        this.labels = labels;
        this.skills = skills;
    }

    /**
     * Known answers that these contradicted before, where what they say counts for more since they
     * were found right. Only as long as so little is known of them that one check more makes a
     * difference.
     *
     * @param golds labels that were scored just now
     */
    public Set<String> contradictedBefore(List<GoldLabel> golds) {
        List<GoldLabel> right =
                golds.stream().filter(label -> label.right() && label.measures()).toList();
        if (right.isEmpty()) {
            return Set.of();
        }
        Map<String, WorkerSkills> known =
                skills.of(right.stream().map(label -> label.label().workerId()).toList());
        Set<String> littleKnown =
                right.stream()
                        .filter(label -> isLittleKnown(label, known))
                        .map(label -> label.label().workerId())
                        .collect(Collectors.toSet());
        return littleKnown.isEmpty() ? Set.of() : labels.contradictedBy(littleKnown, LATEST);
    }

    private static boolean isLittleKnown(GoldLabel label, Map<String, WorkerSkills> known) {
        WorkerSkills worker = known.get(label.label().workerId());
        return worker != null && worker.in(label.skill()).golds() <= FEW;
    }

    /** Empty as long as it is. The same answers lead to the same, however often it is asked. */
    public Optional<GoldDoubt> look(
            String taskId, String requesterId, Tolerance tolerance, Instant now) {
        List<GoldLabel> given =
                labels.latestOf(taskId, LATEST).stream()
                        .map(Versioned::state)
                        .filter(label -> label.undoing() == Undoing.NONE)
                        .toList();
        if (given.stream().filter(label -> !label.agrees()).count() < GoldDoubt.MIN_WORKERS) {
            return Optional.empty();
        }
        Map<String, WorkerSkills> known =
                skills.of(given.stream().map(label -> label.label().workerId()).toList());
        return GoldDoubt.of(
                given.stream()
                        .flatMap(label -> witness(label, requesterId, known, now).stream())
                        .toList(),
                tolerance,
                now);
    }

    private static Optional<Witness> witness(
            GoldLabel label, String requesterId, Map<String, WorkerSkills> known, Instant now) {
        WorkerSkills worker = known.get(label.label().workerId());
        return worker == null
                ? Optional.empty()
                : Optional.of(
                        witness(
                                label,
                                byAllOthers(label, requesterId, worker.in(label.skill()), now)));
    }

    private static Witness witness(GoldLabel label, SkillEstimate known) {
        return new Witness(
                label.label().workerId(),
                label.label().answer(),
                label.agrees(),
                known.lower(),
                known.trust(),
                known.checks().weight());
    }

    private static SkillEstimate byAllOthers(
            GoldLabel label, String requesterId, Skill skill, Instant now) {
        return label.measures()
                ? skill.appraisedWithout(label.standing(), requesterId, now)
                : skill.appraised(requesterId, Map.of(), now);
    }
}
