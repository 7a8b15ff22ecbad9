package io.assay.review.task;

import io.assay.events.Answer;
import io.assay.events.OverlapRule;
import io.assay.review.crowd.Belief;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.Crowd;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Consensus;
import io.assay.truth.consensus.Vote;
import java.util.List;

/** What the labels of a task hold for true. */
final class Beliefs {
    private Beliefs() {}

    /**
     * By what all labels of the project have taught, or by gold alone as long as that is little.
     *
     * @param rule of the task
     */
    static Belief of(
            ReviewedTask task,
            ReviewedProject project,
            OverlapRule rule,
            Circumstances circumstances) {
        List<Vote> votes = task.labels().stream().map(label -> vote(label, circumstances)).toList();
        return circumstances
                .learned()
                .belief(task.taskId(), votes, rule)
                .orElseGet(
                        () ->
                                Belief.of(
                                        consensus(votes, project),
                                        votes.size(),
                                        Crowd.PRIOR_ACCURACY,
                                        rule));
    }

    private static Vote vote(Submission.Label label, Circumstances circumstances) {
        String worker = label.workerId();
        return new Vote(worker, circumstances.crowd().accuracy(worker), label.answer());
    }

    private static Consensus consensus(List<Vote> votes, ReviewedProject project) {
        return Consensus.of(project.ontology(), votes)
                .orElse(new Consensus(new Answer.Boxes(List.of()), 0));
    }
}
