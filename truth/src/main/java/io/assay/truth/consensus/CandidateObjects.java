package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that somebody drew in a picture, matched across the workers: of each thing whether it
 * is there (a posterior), where (a middle that one careless worker cannot pull away), and what is
 * said of it (a weighted vote).
 */
public final class CandidateObjects<S extends Shape<S>> {

    /** Of what somebody draws, the share that is there, where nothing else is known. */
    public static final double EVEN = 0.5;

    /** Who is worth less than this against the common object said something else. */
    private static final double SAME_WORTH = 0.9;

    private final ShapeKind<S> kind;
    private final List<Vote> votes;
    private final List<DrawingSkill> skills;
    private final double share;

    private CandidateObjects(ShapeKind<S> kind, List<Vote> votes, double share) {
        this.kind = kind;
        this.votes = votes;
        this.skills = votes.stream().map(Vote::drawing).toList();
        this.share = share;
    }

    /**
     * @param votes made with the tool of this kind; an answer without objects is one, too
     * @param share of what somebody draws, the share that is there
     * @return in an order that does not depend on that of the votes
     */
    public static <S extends Shape<S>> List<CandidateObject<S>> in(
            ShapeKind<S> kind, List<Vote> votes, double share) {
        List<Vote> canonical = Vote.canonical(votes);
        CandidateObjects<S> things = new CandidateObjects<>(kind, canonical, share);
        return Clusters.of(kind, canonical).stream()
                .map(things::thing)
                .sorted(
                        Comparator.comparing(
                                (CandidateObject<S> one) -> one.shape(), DrawnObject.byPlace()))
                .toList();
    }

    private CandidateObject<S> thing(Cluster<S> cluster) {
        AttributeVote said = AttributeVote.of(cluster.members(), votes);
        S merged = cluster.merged(kind, said.values());
        return new CandidateObject<>(
                merged,
                Existence.posterior(share, skills, cluster::drawnBy),
                Math.min(said.confidence(), agreeing(cluster, merged)),
                ExpectedOverlap.expected(
                        cluster.members().stream().map(DrawnObject::skill).toList()),
                workers(IntStream.range(0, votes.size()).filter(cluster::drawnBy)),
                workers(
                        cluster.members().stream()
                                .filter(one -> one.shape().likeness(merged) < Shape.SAME)
                                .mapToInt(DrawnObject::voter)
                                .sorted()),
                workers(IntStream.range(0, votes.size()).filter(i -> !cluster.drawnBy(i))));
    }

    private List<String> workers(IntStream voters) {
        return voters.mapToObj(voter -> votes.get(voter).workerId()).toList();
    }

    /** Probability that what they read is right: who read otherwise says no. */
    private double agreeing(Cluster<S> cluster, S merged) {
        double logOdds = 0;
        for (DrawnObject<S> one : cluster.members()) {
            double weight = Odds.weight(votes.get(one.voter()).accuracy());
            logOdds += one.shape().worth(merged) >= SAME_WORTH ? weight : -weight;
        }
        return Odds.probability(logOdds);
    }
}
