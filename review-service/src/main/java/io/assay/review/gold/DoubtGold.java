package io.assay.review.gold;

import io.assay.messaging.Versioned;
import io.assay.review.consensus.Tolerance;
import io.assay.review.gold.GoldDoubt.Witness;
import io.assay.review.skill.Appraisal;
import io.assay.review.skill.Evidence;
import io.assay.review.skill.MongoSkills;
import io.assay.review.skill.Skill;
import io.assay.review.skill.WorkerSkills;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks whether a known answer is to be trusted, from the latest answers to it. */
public class DoubtGold {
    private static final int LATEST = 50;

    private final MongoGoldLabels labels;
    private final MongoSkills skills;

    DoubtGold(MongoGoldLabels labels, MongoSkills skills) {
        this.labels = labels;
        this.skills = skills;
    }

    /** Empty as long as it is. The same answers lead to the same, however often it is asked. */
    public Optional<GoldDoubt> look(String taskId, Tolerance tolerance, Instant now) {
        List<GoldLabel> given =
                labels.latestOf(taskId, LATEST).stream()
                        .map(Versioned::state)
                        .filter(label -> label.undoing() == null)
                        .toList();
        if (given.stream().filter(label -> !label.agrees()).count() < GoldDoubt.LEAST) {
            return Optional.empty();
        }
        Map<String, WorkerSkills> known =
                skills.of(given.stream().map(label -> label.label().workerId()).toList());
        return GoldDoubt.of(
                given.stream().flatMap(label -> witness(label, known, now).stream()).toList(),
                tolerance,
                now);
    }

    private static Optional<Witness> witness(
            GoldLabel label, Map<String, WorkerSkills> known, Instant now) {
        WorkerSkills worker = known.get(label.label().workerId());
        return worker == null
                ? Optional.empty()
                : Optional.of(
                        new Witness(
                                label.label().workerId(),
                                label.label().answer(),
                                label.agrees(),
                                byAllOthers(label, worker.in(label.skill()), now).lower()));
    }

    private static Appraisal byAllOthers(GoldLabel label, Skill skill, Instant now) {
        return label.measures()
                ? skill.appraisedWithout(label.standing(), now)
                : skill.appraised(Evidence.NONE, now);
    }
}
