package io.assay.review.revision;

import io.assay.events.Answer;
import io.assay.events.OverlapRule;
import io.assay.review.learning.Estimate;
import io.assay.review.learning.LabelModel;
import io.assay.truth.consensus.Consensus;
import io.assay.truth.consensus.Vote;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A crowd that is known so well that it believes this, whatever anybody says. */
public record CertainModel(String classId, double confidence, boolean worthAnother)
        implements LabelModel {

    @Override
    public Optional<Estimate> estimate(String taskId, List<Vote> votes, OverlapRule rule) {
        Consensus consensus = new Consensus(new Answer.Category(classId), confidence);
        return Optional.of(new Estimate(consensus, worthAnother));
    }

    @Override
    public OptionalDouble accuracy(String workerId) {
        return OptionalDouble.of(0.4);
    }

    @Override
    public Optional<String> method() {
        return Optional.of("believing/1");
    }
}
