package io.assay.assignment.qualification;

import io.assay.assignment.assignment.Assignment;
import io.assay.assignment.assignment.GiveTrial;
import io.assay.assignment.qualification.Qualify.Candidate;
import io.assay.assignment.task.MongoTasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The training gold that a project keeps for its tutorials and tests, and what workers made of it.
 */
final class TrialQuestions {

    /** Of one project; what is beyond is not asked. */
    private static final int MAX_QUESTIONS = 1_000;

    private final MongoTasks tasks;
    private final GiveTrial give;
    private final RandomGenerator random;

    TrialQuestions(MongoTasks tasks, GiveTrial give, RandomGenerator random) {
        this.tasks = tasks;
        this.give = give;
        this.random = random;
    }

    /** Those that the worker never had, in an order that nobody can foresee. */
    List<String> unseen(String projectId, String workerId) {
        List<String> kept = tasks.reservedFor(projectId, MAX_QUESTIONS);
        List<String> unseen = new ArrayList<>(give.unseen(workerId, kept));
        Collections.shuffle(unseen, random);
        return unseen;
    }

    /** Hands them out, as far as that is not done yet. */
    void give(Candidate candidate, Attempt attempt) {
        give.give(
                candidate.workerId(),
                candidate.worker(),
                candidate.project(),
                new GiveTrial.Asked(
                        attempt.trial(), attempt.guidelineVersion(), attempt.questions()),
                attempt.startedAt());
    }

    /** By question, as it stands with the worker. */
    Map<String, Assignment> states(String workerId, List<String> questions) {
        return give.states(workerId, questions);
    }
}
