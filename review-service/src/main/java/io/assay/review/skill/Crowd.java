package io.assay.review.skill;

import java.util.Map;

/** How far each worker's answer is trusted in one skill. */
public interface Crowd {
    /** What a worker is believed to get right before any gold answer: four of five. */
    double PRIOR_RIGHT = 4;

    double PRIOR_WRONG = 1;

    /** Posterior mean of the probability that an answer of this worker is right, in (0, 1). */
    double accuracy(String workerId);

    /** By what gold answers told; workers without any count as the prior says. */
    static Crowd of(Map<String, WorkerSkills> workers, String skill) {
        return workerId -> {
            WorkerSkills known = workers.get(workerId);
            return accuracy(known == null ? Skill.NEW : known.in(skill));
        };
    }

    private static double accuracy(Skill skill) {
        return new Beta(
                        PRIOR_RIGHT + skill.correct(),
                        PRIOR_WRONG + skill.golds() - skill.correct())
                .mean();
    }
}
