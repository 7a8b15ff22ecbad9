package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import java.util.List;

/**
 * The things that are rather there than not make the answer. It is as sure as what it is least sure
 * of; where nobody drew anything, it is as sure as they are of one mind.
 */
final class ShapeConsensus {

    private ShapeConsensus() {}

    /**
     * @param votes at least one, all made with the tool of this kind
     */
    static <S extends Shape<S>> Consensus of(ShapeKind<S> kind, List<Vote> votes) {
        return of(
                kind,
                CandidateObjects.in(kind, votes, CandidateObjects.EVEN),
                TagConsensus.unanimity(votes));
    }

    /**
     * @param ifEmpty how sure it is that nothing is there if nobody drew anything
     */
    static <S extends Shape<S>> Consensus of(
            ShapeKind<S> kind, List<CandidateObject<S>> things, double ifEmpty) {
        List<S> there =
                things.stream()
                        .filter(CandidateObject::isThere)
                        .map(CandidateObject::shape)
                        .toList();
        double confidence =
                things.stream().mapToDouble(ShapeConsensus::sureness).min().orElse(ifEmpty);
        return new Consensus(kind.write().apply(there), Math.clamp(confidence, 0, 1));
    }

    private static double sureness(CandidateObject<?> thing) {
        return thing.isThere()
                ? Math.min(thing.existence(), thing.confidence())
                : 1 - thing.existence();
    }
}
