package io.assay.review.crowd;

import io.assay.events.OverlapRule;
import io.assay.review.verdict.Submission;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the labels of a project have taught of those who gave them. */
public interface Learned {

    /** Where too little is known, or the project asks for something that is not a class. */
    Learned NOTHING =
            new Learned() {
                @Override
                public Optional<Belief> belief(
                        String taskId, List<Submission.Label> labels, OverlapRule rule) {
                    return Optional.empty();
                }

                @Override
                public OptionalDouble accuracy(String workerId) {
                    return OptionalDouble.empty();
                }
            };

    /** What these labels of a task together hold for true; empty if nothing can be said. */
    Optional<Belief> belief(String taskId, List<Submission.Label> labels, OverlapRule rule);

    /** Probability that this worker's next label is right; empty if nothing can be said. */
    OptionalDouble accuracy(String workerId);
}
