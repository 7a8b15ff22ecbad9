package io.assay.truth.consensus;

import io.assay.events.Answer;
import io.assay.events.Ontology;
import io.assay.truth.shape.ShapeKind;
import java.util.List;
import java.util.Optional;

/**
 * What several workers together hold for true.
 *
 * @param confidence posterior probability of the answer, 0 to 1
 */
public record Consensus(Answer answer, double confidence) {

    /**
     * Weighs the votes of the ontology's tool against each other; votes made with another tool, or
     * for a class that there is not, say nothing. The order of the votes does not matter, and of
     * several by one worker one counts.
     *
     * @return empty if no vote says anything
     */
    public static Optional<Consensus> of(Ontology ontology, List<Vote> votes) {
        List<Vote> usable =
                Vote.canonical(
                        votes.stream()
                                .filter(vote -> vote.answer().tool() == ontology.tool())
                                .filter(vote -> namesOnlyClassesOf(ontology, vote.answer()))
                                .toList());
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (ontology.tool()) {
                    case CATEGORY -> CategoryConsensus.of(ontology.classes().size(), usable);
                    case TAGS -> TagConsensus.of(usable);
                    case BOX, POLYGON, POLYLINE, KEYPOINTS, MASK, TRANSCRIPT ->
                            ShapeConsensus.of(ShapeKind.of(ontology.tool()).orElseThrow(), usable);
                    case VERIFICATION -> CategoryConsensus.ofVerification(usable);
                });
    }

    /** Answers are checked where they are given; whatever else is answered is no evidence. */
    private static boolean namesOnlyClassesOf(Ontology ontology, Answer answer) {
        return switch (answer) {
            case Answer.Category(String id) -> knows(ontology, id);
            case Answer.Tags(var ids) -> ids.stream().allMatch(id -> knows(ontology, id));
            case Answer.Annotated<?> _, Answer.Verification _ -> true;
        };
    }

    private static boolean knows(Ontology ontology, String classId) {
        return ontology.classes().stream().anyMatch(known -> known.id().equals(classId));
    }
}
