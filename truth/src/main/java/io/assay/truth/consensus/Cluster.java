package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import io.assay.truth.shape.Weighted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Objects of different workers that mean one thing in the picture. */
final class Cluster<S extends Shape<S>> {

    /** So many of each side, the most trusted, are compared: more would say the same. */
    private static final int COMPARED = 4;

    private final List<DrawnObject<S>> members = new ArrayList<>();
    private final BitSet places = new BitSet();
    private final BitSet voters = new BitSet();

    /**
     * @param place of the object among all
     */
    Cluster(int place, DrawnObject<S> first) {
        places.set(place);
        members.add(first);
        voters.set(first.voter());
    }

    void absorb(Cluster<S> other) {
        members.addAll(other.members);
        members.sort(
                Comparator.comparingDouble((DrawnObject<S> one) -> one.trust())
                        .reversed()
                        .thenComparingInt(DrawnObject::voter));
        places.or(other.places);
        voters.or(other.voters);
    }

    /** No worker twice, and far enough the same on average over the pairs (average linkage). */
    boolean fits(Cluster<S> other) {
        if (voters.intersects(other.voters)) {
            return false;
        }
        double sum = 0;
        List<DrawnObject<S>> mine = compared();
        List<DrawnObject<S>> theirs = other.compared();
        for (DrawnObject<S> one : mine) {
            for (DrawnObject<S> another : theirs) {
                sum += one.shape().likeness(another.shape());
            }
        }
        return sum / ((double) mine.size() * theirs.size()) >= Shape.MATCH;
    }

    private List<DrawnObject<S>> compared() {
        return members.subList(0, Math.min(COMPARED, members.size()));
    }

    List<DrawnObject<S>> members() {
        return members;
    }

    IntStream places() {
        return places.stream();
    }

    boolean drawnBy(int voter) {
        return voters.get(voter);
    }

    /** What they make together. */
    S merged(ShapeKind<S> kind, Map<String, String> attributes) {
        return merged(kind, members, attributes);
    }

    /** What all but one of at least two make together. */
    S mergedWithout(DrawnObject<S> left, ShapeKind<S> kind) {
        List<DrawnObject<S>> others =
                members.stream().filter(one -> one.voter() != left.voter()).toList();
        return merged(kind, others, Map.of());
    }

    private static <S extends Shape<S>> S merged(
            ShapeKind<S> kind, List<DrawnObject<S>> drawn, Map<String, String> attributes) {
        List<Weighted<S>> weighted = drawn.stream().map(DrawnObject::weighted).toList();
        return kind.merge()
                .merged(weighted, attributes)
                .heldWithin(drawn.stream().map(DrawnObject::shape).toList());
    }
}
