package io.assay.review.consensus;

import io.assay.review.shape.Lean;
import io.assay.review.shape.Shape;
import io.assay.review.shape.ShapeKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How each worker of a project draws, learned from the answers alone.
 *
 * <p>Existence is one step of expectation and maximisation: what is there is first told by the
 * share of the workers who drew it, and each one's detection and false rates follow from that.
 * Further steps of Dawid and Skene's algorithm drift, for there is little to tell what all miss
 * from what nobody should draw; and one step needs no repetition, so tallies of pictures simply add
 * up.
 *
 * <p>Geometry alternates: the shape is merged from those of all others, and a worker's error and
 * lean are those against it. Rates and errors shrink toward the crowd's, as if the worker had drawn
 * {@value #PRIOR} more things like everybody.
 *
 * @param share of what somebody draws, the share that is there
 * @param ordinary the crowd's mean
 * @param perPicture mean number of things that are there
 */
public record DrawingSkills(
        Map<String, DrawingSkill> byWorker,
        DrawingSkill ordinary,
        double share,
        double perPicture) {

    private static final double PRIOR = 10;

    /** Of the geometry. */
    private static final int ROUNDS = 5;

    public DrawingSkill of(String workerId) {
        return byWorker.getOrDefault(workerId, ordinary);
    }

    /** The votes, each weighed as its worker is known to draw. */
    public List<Vote> known(List<Vote> votes) {
        return votes.stream()
                .map(
                        vote ->
                                new Vote(
                                        vote.workerId(),
                                        vote.accuracy(),
                                        vote.answer(),
                                        of(vote.workerId())))
                .toList();
    }

    /**
     * @param pictures of each the votes, all made with the tool of this kind
     */
    public static <S extends Shape<S>> DrawingSkills fit(
            ShapeKind<S> kind, Collection<List<Vote>> pictures) {
        DrawingSkills skills = none();
        for (int round = 0; round < ROUNDS; round++) {
            Fit<S> fit = new Fit<>(kind, skills);
            pictures.forEach(votes -> fit.add(Vote.canonical(votes)));
            skills = fit.skills();
        }
        return skills;
    }

    private static DrawingSkills none() {
        return new DrawingSkills(Map.of(), DrawingSkill.ofAccuracy(0.8), Things.EVEN, 1);
    }

    /** Tallies of all, under what was known before. */
    private static final class Fit<S extends Shape<S>> {
        private final ShapeKind<S> kind;
        private final DrawingSkills before;
        private final Tally all = new Tally();
        private final Map<String, Tally> byWorker = new HashMap<>();
        private int pictures;
        private double things;

        Fit(ShapeKind<S> kind, DrawingSkills before) {
            this.kind = kind;
            this.before = before;
        }

        void add(List<Vote> votes) {
            List<Vote> known = before.known(votes);
            pictures++;
            for (Cluster<S> cluster : Clusters.of(kind, known)) {
                addExistence(cluster, known);
                if (cluster.members().size() > 1) {
                    cluster.members().forEach(one -> addGeometry(one, cluster, known));
                }
            }
        }

        /** With a single worker there is nobody to compare him with. */
        private void addExistence(Cluster<S> cluster, List<Vote> votes) {
            if (votes.size() < 2) {
                return;
            }
            double there = (double) cluster.members().size() / votes.size();
            things += there;
            for (int voter = 0; voter < votes.size(); voter++) {
                boolean drew = cluster.drawnBy(voter);
                all.sawThing(there, drew);
                tally(votes.get(voter)).sawThing(there, drew);
            }
        }

        private void addGeometry(Drawn<S> one, Cluster<S> cluster, List<Vote> votes) {
            S others = cluster.mergedWithout(one, kind);
            double error = 1 - one.shape().without(one.skill().lean()).likeness(others);
            Lean lean = one.shape().leanFrom(others);
            all.drew(error, lean);
            tally(votes.get(one.voter())).drew(error, lean);
        }

        private Tally tally(Vote vote) {
            return byWorker.computeIfAbsent(vote.workerId(), _ -> new Tally());
        }

        DrawingSkills skills() {
            if (all.things() == 0) {
                return before;
            }
            DrawingSkill ordinary = all.skill(before.ordinary(), PRIOR, Lean.NONE);
            Map<String, DrawingSkill> skills = new HashMap<>();
            byWorker.forEach(
                    (worker, tally) ->
                            skills.put(worker, tally.skill(ordinary, PRIOR, tally.lean(PRIOR))));
            return new DrawingSkills(Map.copyOf(skills), ordinary, all.share(), things / pictures);
        }
    }
}
