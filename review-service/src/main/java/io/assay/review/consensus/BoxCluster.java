package io.assay.review.consensus;

import io.assay.events.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Boxes of different workers that mean one thing in the picture. */
final class BoxCluster {
    /** A box and who drew it. */
    record Drawn(Vote by, Box box) {}

    /** What sums of weights may differ by and still be equal. */
    private static final double EPSILON = 1e-9;

    private final List<Drawn> members = new ArrayList<>();

    BoxCluster(Drawn first) {
        members.add(first);
    }

    void absorb(BoxCluster other) {
        members.addAll(other.members);
        members.sort(Comparator.comparing(drawn -> drawn.by().workerId()));
    }

    /** No worker twice, and far enough the same on average over all pairs (average linkage). */
    boolean fits(BoxCluster other) {
        double sum = 0;
        for (Drawn mine : members) {
            for (Drawn theirs : other.members) {
                if (mine.by().equals(theirs.by())) {
                    return false;
                }
                sum += Boxes.overlap(mine.box(), theirs.box());
            }
        }
        return sum / ((double) members.size() * other.members.size()) >= Boxes.SAME;
    }

    /** Probability that the thing is there: who drew it says yes, who did not says no. */
    double posterior(List<Vote> votes) {
        double logOdds = 0;
        for (Vote vote : votes) {
            double weight = Odds.weight(vote.accuracy());
            logOdds += drawnBy(vote) ? weight : -weight;
        }
        return Odds.probability(logOdds);
    }

    private boolean drawnBy(Vote vote) {
        return members.stream().anyMatch(drawn -> drawn.by().equals(vote));
    }

    /** Each edge at the median of the members' edges, weighted by accuracy. */
    Box middle() {
        double left = median(Box::x);
        double top = median(Box::y);
        return new Box(
                members.getFirst().box().classId(),
                left,
                top,
                median(Boxes::right) - left,
                median(Boxes::bottom) - top);
    }

    private double median(ToDoubleFunction<Box> edge) {
        List<Drawn> sorted =
                members.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        drawn -> edge.applyAsDouble(drawn.box())))
                        .toList();
        double half = sorted.stream().mapToDouble(BoxCluster::trust).sum() / 2;
        double sum = 0;
        for (int i = 0; i < sorted.size(); i++) {
            sum += trust(sorted.get(i));
            double value = edge.applyAsDouble(sorted.get(i).box());
            if (sum > half + EPSILON) {
                return value;
            }
            if (sum >= half - EPSILON && i + 1 < sorted.size()) {
                return (value + edge.applyAsDouble(sorted.get(i + 1).box())) / 2;
            }
        }
        return edge.applyAsDouble(sorted.getLast().box());
    }

    private static double trust(Drawn drawn) {
        return Odds.bounded(drawn.by().accuracy(), 0.01);
    }
}
