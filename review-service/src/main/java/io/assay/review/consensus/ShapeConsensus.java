package io.assay.review.consensus;

import io.assay.review.shape.Shape;
import io.assay.review.shape.ShapeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Matches objects across workers, then asks of each thing found whether it is there (a posterior,
 * as for a tag), where (a middle that one careless worker cannot pull away), and what is said of it
 * (a weighted vote). The answer is as sure as what it is least sure of.
 */
final class ShapeConsensus<S extends Shape<S>> {

    /** Who is worth less than this against the common object said something else. */
    private static final double SAME_WORTH = 0.9;

    private final ShapeKind<S> kind;
    private final List<Vote> votes;
    private final List<S> there = new ArrayList<>();
    private double confidence = 1;

    private ShapeConsensus(ShapeKind<S> kind, List<Vote> votes) {
        this.kind = kind;
        this.votes = votes;
    }

    /**
     * @param votes at least one, all made with the tool of this kind
     */
    static <S extends Shape<S>> Consensus of(ShapeKind<S> kind, List<Vote> votes) {
        ShapeConsensus<S> consensus = new ShapeConsensus<>(kind, votes);
        List<Cluster<S>> clusters = Clusters.of(consensus.drawn());
        if (clusters.isEmpty()) {
            return new Consensus(kind.write().apply(List.of()), TagConsensus.unanimity(votes));
        }
        clusters.forEach(consensus::decide);
        consensus.there.sort(Drawn.byPlace());
        return new Consensus(
                kind.write().apply(consensus.there), Math.clamp(consensus.confidence, 0, 1));
    }

    private List<Drawn<S>> drawn() {
        List<Drawn<S>> drawn = new ArrayList<>();
        for (int voter = 0; voter < votes.size(); voter++) {
            double trust = Odds.bounded(votes.get(voter).accuracy(), 0.01);
            for (S shape : kind.read().apply(votes.get(voter).answer())) {
                drawn.add(new Drawn<>(voter, trust, shape));
            }
        }
        drawn.sort(
                Comparator.comparing((Drawn<S> one) -> one.shape(), Drawn.byPlace())
                        .thenComparingInt(Drawn::voter));
        return drawn;
    }

    private void decide(Cluster<S> cluster) {
        double posterior = existence(cluster);
        atMost(Math.max(posterior, 1 - posterior));
        if (posterior > 0.5) {
            AttributeVote said = AttributeVote.of(cluster.members(), votes);
            S merged = kind.merge().merged(cluster.weighted(), said.values());
            there.add(merged);
            atMost(said.confidence());
            atMost(agreeing(cluster, merged));
        }
    }

    private void atMost(double bound) {
        confidence = Math.min(confidence, bound);
    }

    /** Probability that the thing is there: who drew it says yes, who did not says no. */
    private double existence(Cluster<S> cluster) {
        double logOdds = 0;
        for (int voter = 0; voter < votes.size(); voter++) {
            double weight = Odds.weight(votes.get(voter).accuracy());
            logOdds += cluster.drawnBy(voter) ? weight : -weight;
        }
        return Odds.probability(logOdds);
    }

    /** Probability that what they read is right: who read otherwise says no. */
    private double agreeing(Cluster<S> cluster, S merged) {
        double logOdds = 0;
        for (Drawn<S> one : cluster.members()) {
            double weight = Odds.weight(votes.get(one.voter()).accuracy());
            logOdds += one.shape().worth(merged) >= SAME_WORTH ? weight : -weight;
        }
        return Odds.probability(logOdds);
    }
}
