package io.assay.review.consensus;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.review.consensus.BoxCluster.Drawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Matches boxes across workers, then asks of each thing found whether it is there (a posterior, as
 * for a tag) and where (a median weighted by accuracy, which one careless box cannot pull away).
 * Matching is greedy average linkage: the most overlapping pair of boxes first, and clusters join
 * while their boxes overlap by half on average. The answer is as sure as its least sure box.
 */
final class BoxConsensus {
    private static final Comparator<Drawn> ORDER =
            Comparator.comparing((Drawn drawn) -> drawn.box().classId())
                    .thenComparing(drawn -> drawn.by().workerId())
                    .thenComparing(drawn -> drawn.box().x())
                    .thenComparing(drawn -> drawn.box().y())
                    .thenComparing(drawn -> drawn.box().width())
                    .thenComparing(drawn -> drawn.box().height());

    private record Pair(int first, int second, double overlap) {}

    private BoxConsensus() {}

    static Consensus of(List<Vote> votes) {
        List<Box> there = new ArrayList<>();
        Set<BoxCluster> clusters = clusters(drawn(votes));
        double confidence = clusters.isEmpty() ? TagConsensus.unanimity(votes) : 1;
        for (BoxCluster cluster : clusters) {
            double posterior = cluster.posterior(votes);
            if (posterior > 0.5) {
                there.add(cluster.middle());
            }
            confidence = Math.min(confidence, Math.max(posterior, 1 - posterior));
        }
        return new Consensus(new Answer.Boxes(sorted(there)), confidence);
    }

    private static List<Drawn> drawn(List<Vote> votes) {
        return votes.stream()
                .flatMap(
                        vote ->
                                ((Answer.Boxes) vote.answer())
                                        .boxes().stream().map(box -> new Drawn(vote, box)))
                .sorted(ORDER)
                .toList();
    }

    private static Set<BoxCluster> clusters(List<Drawn> drawn) {
        List<BoxCluster> clusterOf = new ArrayList<>();
        drawn.forEach(one -> clusterOf.add(new BoxCluster(one)));
        for (Pair pair : pairs(drawn)) {
            BoxCluster kept = clusterOf.get(pair.first());
            BoxCluster joined = clusterOf.get(pair.second());
            if (kept != joined && kept.fits(joined)) {
                kept.absorb(joined);
                clusterOf.replaceAll(cluster -> cluster == joined ? kept : cluster);
            }
        }
        return new LinkedHashSet<>(clusterOf);
    }

    private static List<Pair> pairs(List<Drawn> drawn) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            for (int j = i + 1; j < drawn.size(); j++) {
                double overlap = overlap(drawn.get(i), drawn.get(j));
                if (overlap >= Boxes.SAME) {
                    pairs.add(new Pair(i, j, overlap));
                }
            }
        }
        pairs.sort(
                Comparator.comparingDouble(Pair::overlap)
                        .reversed()
                        .thenComparingInt(Pair::first)
                        .thenComparingInt(Pair::second));
        return pairs;
    }

    private static double overlap(Drawn a, Drawn b) {
        boolean comparable = a.box().classId().equals(b.box().classId()) && !a.by().equals(b.by());
        return comparable ? Boxes.overlap(a.box(), b.box()) : 0;
    }

    private static List<Box> sorted(List<Box> boxes) {
        return boxes.stream()
                .sorted(
                        Comparator.comparing(Box::classId)
                                .thenComparing(Box::x)
                                .thenComparing(Box::y)
                                .thenComparing(Box::width)
                                .thenComparing(Box::height))
                .toList();
    }
}
