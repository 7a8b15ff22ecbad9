package io.assay.review.learning;

import io.assay.events.OverlapRule;
import io.assay.truth.consensus.Vote;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the labels of a project have taught of those who gave them. */
public interface LabelModel {

    /** Where nothing is learned. */
    LabelModel NOTHING =
            new LabelModel() {
                @Override
                public Optional<Estimate> estimate(
                        String taskId, List<Vote> votes, OverlapRule rule) {
                    return Optional.empty();
                }

                @Override
                public OptionalDouble accuracy(String workerId) {
                    return OptionalDouble.empty();
                }

                @Override
                public Optional<String> method() {
                    return Optional.empty();
                }
            };

    /** What the answers to a task together hold for true; empty if nothing can be said. */
    Optional<Estimate> estimate(String taskId, List<Vote> votes, OverlapRule rule);

    /** Probability that this worker's next label is right; empty if nothing can be said. */
    OptionalDouble accuracy(String workerId);

    /** Name and version of how it is believed; empty while too little is known. */
    Optional<String> method();
}
