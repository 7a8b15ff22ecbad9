package io.assay.truth.consensus;

import io.assay.events.Answer;
import io.assay.truth.shape.EdgeBias;
import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how everybody in a project draws, picture by picture. Rates and errors shrink toward the
 * crowd's, as if the worker had drawn {@value #PRIOR} more things like everybody. Not thread-safe.
 */
public final class DrawingTallies {
    private static final double PRIOR = 10;

    /** Of whom fewer things are counted nothing is known. */
    private static final double FORGOTTEN = 0.5;

    /** Who is right by definition. */
    private static final DrawingSkill TRUTH = new DrawingSkill(1, 0, 0, EdgeBias.NONE);

    private static final String NOBODY = "";

    private final Map<String, DrawingTally> byWorker = new HashMap<>();
    private DrawingTally all = DrawingTally.NOTHING;
    private double pictures;
    private double things;

    /**
     * All that is counted.
     *
     * @param pictures that two or more have drawn on
     * @param things that are there, in probability
     */
    public record Sums(double pictures, double things, List<OfWorker> workers) {

        /** What is counted of one worker. */
        public record OfWorker(String workerId, DrawingTally tally) {}
    }

    public static DrawingTallies of(Sums sums) {
        DrawingTallies tallies = new DrawingTallies();
        tallies.pictures = sums.pictures();
        tallies.things = sums.things();
        for (Sums.OfWorker one : sums.workers()) {
            tallies.byWorker.put(one.workerId(), one.tally());
            tallies.all = tallies.all.plus(one.tally());
        }
        return tallies;
    }

    public Sums sums() {
        List<Sums.OfWorker> workers = new ArrayList<>();
        byWorker.forEach((id, tally) -> workers.add(new Sums.OfWorker(id, tally)));
        return new Sums(pictures, things, workers);
    }

    /** Objects times people who drew them or could have. */
    public double seen() {
        return all.things();
    }

    /**
     * Counts a picture: what is there follows from the share of its workers who drew it, and where
     * by all others. With a single worker there is nobody to compare with.
     *
     * @param votes made with the tool of this kind, weighed as is known by now
     */
    public <S extends Shape<S>> void add(ShapeKind<S> kind, List<Vote> votes) {
        List<Vote> known = Vote.canonical(votes);
        if (known.size() < 2) {
            return;
        }
        pictures++;
        for (Cluster<S> cluster : Clusters.of(kind, known)) {
            double there = (double) cluster.members().size() / known.size();
            things += there;
            for (int voter = 0; voter < known.size(); voter++) {
                saw(known.get(voter), there, cluster.drawnBy(voter));
            }
            if (cluster.members().size() > 1) {
                for (DrawnObject<S> one : cluster.members()) {
                    drew(known.get(one.voter()), one, cluster.mergedWithout(one, kind));
                }
            }
        }
    }

    /** Counts an answer to a picture of which it is known what is there. */
    public <S extends Shape<S>> void check(ShapeKind<S> kind, Answer right, Vote vote) {
        List<Vote> both = List.of(new Vote(NOBODY, 1, right, TRUTH), vote);
        for (Cluster<S> cluster : Clusters.of(kind, both)) {
            boolean drew = cluster.drawnBy(1);
            saw(vote, cluster.drawnBy(0) ? 1 : 0, drew);
            if (drew && cluster.members().size() > 1) {
                DrawnObject<S> one =
                        cluster.members().stream()
                                .filter(member -> member.voter() == 1)
                                .findFirst()
                                .orElseThrow();
                drew(vote, one, cluster.mergedWithout(one, kind));
            }
        }
    }

    /** Counts all so far by half, and forgets of whom hardly anything is left. */
    public void halve() {
        pictures /= 2;
        things /= 2;
        all = all.times(0.5);
        byWorker.replaceAll((_, tally) -> tally.times(0.5));
        byWorker.values().removeIf(tally -> tally.things() < FORGOTTEN);
    }

    public DrawingSkills skills() {
        return skills(DrawingSkills.NONE);
    }

    /**
     * @param before what is believed of the crowd where little is counted
     */
    DrawingSkills skills(DrawingSkills before) {
        if (seen() == 0) {
            return before;
        }
        DrawingSkill ordinary = all.skill(before.ordinary(), PRIOR, EdgeBias.NONE);
        Map<String, DrawingSkill> skills = new HashMap<>();
        byWorker.forEach(
                (worker, tally) ->
                        skills.put(worker, tally.skill(ordinary, PRIOR, tally.lean(PRIOR))));
        return new DrawingSkills(
                Map.copyOf(skills),
                ordinary,
                all.share(),
                pictures == 0 ? before.perPicture() : things / pictures,
                seen());
    }

    private void saw(Vote vote, double there, boolean drew) {
        all = all.sawThing(there, drew);
        byWorker.put(vote.workerId(), of(vote).sawThing(there, drew));
    }

    private <S extends Shape<S>> void drew(Vote vote, DrawnObject<S> one, S others) {
        double error = 1 - one.shape().without(one.skill().edgeBias()).likeness(others);
        EdgeBias edgeBias = one.shape().edgeBiasFrom(others);
        all = all.drew(error, edgeBias);
        byWorker.put(vote.workerId(), of(vote).drew(error, edgeBias));
    }

    private DrawingTally of(Vote vote) {
        return byWorker.getOrDefault(vote.workerId(), DrawingTally.NOTHING);
    }
}
