package io.assay.review.learning;

import io.assay.events.Answer;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.Tool;
import io.assay.review.skill.WorkerAccuracy;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.DrawingConsensus;
import io.assay.truth.consensus.DrawingSkills;
import io.assay.truth.consensus.DrawingTallies;
import io.assay.truth.consensus.Vote;
import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the people of a project draw: what each of them finds and invents, and how far off they are.
 * Learned picture by picture, each when it is decided, and from each answer to gold. Sums are all
 * that is kept, so gold that is doubted later stays learned.
 */
final class DrawingModel<S extends Shape<S>> implements ProjectModel {
    /** See {@link io.assay.truth.consensus}. */
    private static final String METHOD = "drawings/1";

    /** Objects times people who could have drawn them, from which on they say more than gold. */
    static final int MIN_SEEN = 200;

    /** Then what was seen counts by half, for people change. */
    private static final int MAX_SEEN = 50_000;

    private static final double GROWTH = 1.3;
    private static final int MIN_GROWTH = 50;

    private final Tool tool;
    private final ShapeKind<S> kind;
    private final DrawingTallies tallies;
    private volatile DrawingSkills skills;
    private double lastSaved;

    private DrawingModel(Tool tool, ShapeKind<S> kind, DrawingTallies tallies) {
        this.tool = tool;
        this.kind = kind;
        this.tallies = tallies;
        this.skills = tallies.skills();
        this.lastSaved = tallies.seen();
    }

    /** Whoever drew with another tool before begins anew. */
    static <S extends Shape<S>> ProjectModel of(
            Tool tool, ShapeKind<S> kind, ModelSnapshot snapshot) {
        ModelSnapshot.Drawings last = snapshot.drawings();
        return new DrawingModel<>(
                tool,
                kind,
                last == null || last.tool() != tool
                        ? new DrawingTallies()
                        : DrawingTallies.of(last.sums()));
    }

    @Override
    public boolean isFor(Ontology ontology) {
        return ontology.tool() == tool;
    }

    @Override
    public Optional<Estimate> estimate(String taskId, List<Vote> votes, OverlapRule rule) {
        List<Vote> usable = votes.stream().filter(vote -> vote.answer().tool() == tool).toList();
        DrawingSkills known = skills;
        if (usable.isEmpty() || known.seen() < MIN_SEEN) {
            return Optional.empty();
        }
        DrawingConsensus drawing = DrawingConsensus.of(kind, usable, known);
        boolean wanted =
                votes.size() < rule.max()
                        && drawing.consensus().confidence() < rule.target()
                        && drawing.gain() >= rule.pricePerLabel();
        return Optional.of(new Estimate(drawing.consensus(), wanted));
    }

    /** Nobody's drawing is just right or wrong. */
    @Override
    public OptionalDouble accuracy(String workerId) {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<String> method() {
        return skills.seen() < MIN_SEEN ? Optional.empty() : Optional.of(METHOD);
    }

    @Override
    public synchronized boolean learn(TrainingExample example) {
        List<Vote> votes =
                example.labels().stream()
                        .filter(label -> label.answer().tool() == tool)
                        .map(DrawingModel::vote)
                        .toList();
        Answer truth = example.truth();
        if (truth != null && truth.tool() == tool) {
            votes.forEach(vote -> tallies.check(kind, truth, vote));
        } else if (example.decided() && !example.gold()) {
            tallies.add(kind, skills.known(votes));
        } else {
            return false;
        }
        if (tallies.seen() > MAX_SEEN) {
            tallies.halve();
            lastSaved = tallies.seen();
        }
        skills = tallies.skills();
        boolean muchIsNew = tallies.seen() >= GROWTH * lastSaved + MIN_GROWTH;
        lastSaved = muchIsNew ? tallies.seen() : lastSaved;
        return muchIsNew;
    }

    /** What was drawn is not matched again, which is dear; its places would change all the time. */
    @Override
    public List<String> doubtedResults() {
        return List.of();
    }

    @Override
    public synchronized ModelSnapshot snapshot() {
        return new ModelSnapshot(List.of(), new ModelSnapshot.Drawings(tool, tallies.sums()));
    }

    private static Vote vote(Submission.Label label) {
        return new Vote(label.workerId(), WorkerAccuracy.PRIOR_ACCURACY, label.answer());
    }
}
