package io.assay.review.skill;

import java.time.Instant;
import java.util.Map;

/** How far each worker's answer is trusted in one skill. */
public interface WorkerAccuracy {
    /** What a worker is believed to get right before any gold answer: four of five. */
    double PRIOR_RIGHT = 4;

    double PRIOR_WRONG = 1;
    double PRIOR_ACCURACY = PRIOR_RIGHT / (PRIOR_RIGHT + PRIOR_WRONG);

    /** Posterior mean of the probability that an answer of this worker is right, in (0, 1). */
    double accuracy(String workerId);

    /** The gold answers that this trust rests on. */
    default Skill gold(String workerId) {
        return Skill.NEW;
    }

    /**
     * By gold answers, as it counts in the projects of this requester; workers without any count as
     * the prior says.
     */
    static WorkerAccuracy of(
            Map<String, WorkerSkills> workers, String skill, String requesterId, Instant now) {
        return new OfGold(workers, skill, requesterId, now);
    }

    /** Trust by gold answers alone. */
    record OfGold(Map<String, WorkerSkills> workers, String skill, String requesterId, Instant now)
            implements WorkerAccuracy {

        @Override
        public double accuracy(String workerId) {
            return gold(workerId).appraised(requesterId, Map.of(), now).trust();
        }

        @Override
        public Skill gold(String workerId) {
            WorkerSkills known = workers.get(workerId);
            return known == null ? Skill.NEW : known.in(skill);
        }
    }
}
