package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Matches objects across workers by greedy average linkage: the most similar pair first, and
 * clusters join while their members are the same on average. What does not meet is never compared.
 */
final class Clusters {

    private record Pair(int first, int second, double similarity) {}

    private record Candidate(int place, double nearness) {

        static final Comparator<Candidate> FARTHEST_FIRST =
                Comparator.comparingDouble(Candidate::nearness)
                        .thenComparing(Comparator.comparingInt(Candidate::place).reversed());
    }

    /**
     * Of each worker's objects, an object is held against so many, the nearest: else a few hundred
     * objects of each worker in one place would be millions of pairs.
     */
    private static final int CANDIDATES = 8;

    private Clusters() {}

    static <S extends Shape<S>> List<Cluster<S>> of(ShapeKind<S> kind, List<Vote> votes) {
        List<DrawnObject<S>> drawn = new ArrayList<>();
        for (int voter = 0; voter < votes.size(); voter++) {
            Vote vote = votes.get(voter);
            for (S shape : kind.read().apply(vote.answer())) {
                drawn.add(new DrawnObject<>(voter, vote.drawing(), shape));
            }
        }
        drawn.sort(
                Comparator.comparing((DrawnObject<S> one) -> one.shape(), DrawnObject.byPlace())
                        .thenComparingInt(DrawnObject::voter));
        return of(drawn);
    }

    /**
     * @param drawn sorted {@link DrawnObject#byPlace}
     */
    private static <S extends Shape<S>> List<Cluster<S>> of(List<DrawnObject<S>> drawn) {
        List<Cluster<S>> clusterOf = new ArrayList<>();
        for (int place = 0; place < drawn.size(); place++) {
            clusterOf.add(new Cluster<>(place, drawn.get(place)));
        }
        for (Pair pair : pairs(drawn)) {
            Cluster<S> kept = clusterOf.get(pair.first());
            Cluster<S> joined = clusterOf.get(pair.second());
            if (!kept.equals(joined) && kept.fits(joined)) {
                kept.absorb(joined);
                joined.places().forEach(place -> clusterOf.set(place, kept));
            }
        }
        return clusterOf.stream().distinct().toList();
    }

    private static <S extends Shape<S>> List<Pair> pairs(List<DrawnObject<S>> drawn) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            S one = drawn.get(i).shape();
            for (int j : nearest(drawn, i)) {
                double similarity = one.likeness(drawn.get(j).shape());
                if (similarity >= Shape.MATCH) {
                    pairs.add(new Pair(i, j, similarity));
                }
            }
        }
        pairs.sort(
                Comparator.comparingDouble(Pair::similarity)
                        .reversed()
                        .thenComparingInt(Pair::first)
                        .thenComparingInt(Pair::second));
        return pairs;
    }

    /** Places of the nearest of each worker; only later ones, so that each pair is found once. */
    private static <S extends Shape<S>> List<Integer> nearest(
            List<DrawnObject<S>> drawn, int place) {
        Map<Integer, PriorityQueue<Candidate>> byVoter = new HashMap<>();
        DrawnObject<S> one = drawn.get(place);
        for (int j = place + 1; j < drawn.size() && isInReach(one, drawn.get(j)); j++) {
            DrawnObject<S> other = drawn.get(j);
            if (one.mayMatch(other)) {
                keep(
                        byVoter.computeIfAbsent(
                                other.voter(), _ -> new PriorityQueue<>(Candidate.FARTHEST_FIRST)),
                        new Candidate(j, one.nearness(other)));
            }
        }
        return byVoter.values().stream().flatMap(Collection::stream).map(Candidate::place).toList();
    }

    private static void keep(PriorityQueue<Candidate> nearest, Candidate candidate) {
        nearest.add(candidate);
        if (nearest.size() > CANDIDATES) {
            nearest.remove();
        }
    }

    /** Once false it stays so: they are sorted by class, then by their left edge. */
    private static <S extends Shape<S>> boolean isInReach(
            DrawnObject<S> one, DrawnObject<S> other) {
        return other.shape().classId().equals(one.shape().classId())
                && other.shape().reach().getMinX() <= one.shape().reach().getMaxX();
    }
}
