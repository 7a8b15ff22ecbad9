package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import java.util.List;

/**
 * What several drawings of a picture amount to, by how their workers are known to draw.
 *
 * @param gain what one more ordinary worker may be expected to put right, in things
 */
public record DrawingConsensus(Consensus consensus, double gain) {

    /**
     * Where nobody drew anything, it is as sure as nothing was overlooked, by Poisson's law.
     *
     * @param votes at least one, all made with the tool of this kind
     */
    public static <S extends Shape<S>> DrawingConsensus of(
            ShapeKind<S> kind, List<Vote> votes, DrawingSkills crowd) {
        List<Vote> known = crowd.known(Vote.canonical(votes));
        List<CandidateObject<S>> things = CandidateObjects.in(kind, known, crowd.share());
        double overlooked =
                crowd.perPicture()
                        * Existence.overlooked(known.stream().map(Vote::drawing).toList());
        return new DrawingConsensus(
                ShapeConsensus.of(kind, things, Math.exp(-overlooked)),
                DrawingStoppingRule.gain(things, known, crowd));
    }
}
