package io.assay.review.outcome;

import io.assay.events.Answer;
import io.assay.events.OverlapRule;
import io.assay.review.learning.Estimate;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.WorkerAccuracy;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewedTask;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Consensus;
import io.assay.truth.consensus.Vote;
import java.util.List;

/** What the labels of a task hold for true. */
public final class Estimates {
    private Estimates() {}

    /**
     * By what all labels of the project have taught, or by gold alone as long as that is little.
     *
     * @param rule of the task
     */
    public static Estimate of(
            ReviewedTask task, ReviewedProject project, OverlapRule rule, ReviewContext context) {
        List<Vote> votes = task.labels().stream().map(label -> vote(label, context)).toList();
        return context.model()
                .estimate(task.taskId(), votes, rule)
                .orElseGet(
                        () ->
                                Estimate.of(
                                        consensus(votes, project),
                                        votes.size(),
                                        WorkerAccuracy.PRIOR_ACCURACY,
                                        rule));
    }

    private static Vote vote(Submission.Label label, ReviewContext context) {
        String worker = label.workerId();
        return new Vote(worker, context.workers().accuracy(worker), label.answer());
    }

    private static Consensus consensus(List<Vote> votes, ReviewedProject project) {
        return Consensus.of(project.ontology(), votes)
                .orElse(new Consensus(new Answer.Boxes(List.of()), 0));
    }
}
