package io.assay.evaluation;

import io.assay.events.Answer;
import io.assay.truth.consensus.CandidateObject;
import io.assay.truth.consensus.CandidateObjects;
import io.assay.truth.consensus.DrawingConsensus;
import io.assay.truth.consensus.DrawingSkills;
import io.assay.truth.consensus.DrawingTallies;
import io.assay.truth.consensus.Vote;
import io.assay.truth.shape.BoxShape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What several workers' boxes are worth together, against an expert's: by simple majority and by
 * Assay's method, with so many workers chosen at random for each picture.
 */
final class BoxEvaluation {
    private static final int[] WORKERS = {1, 3, 5, 7};
    private static final double[] PRICES = {0.1, 0.07, 0.05, 0.035, 0.025, 0.015};
    private static final int DRAWS = 10;

    private final BoxData data;
    private final int draws;

    BoxEvaluation(BoxData data, int draws) {
        this.data = data;
        this.draws = draws;
    }

    /** Whether the folder holds a recorded data set of boxes. */
    public static boolean isFor(Path dir) {
        return BoxData.isAt(dir);
    }

    public static void print(Path dir, PrintStream out) throws IOException {
        new BoxEvaluation(BoxData.read(dir), DRAWS).print(out);
    }

    /**
     * @param majority over all draws
     * @param assay likewise
     * @param existence how far the posteriors of Assay's candidates come true
     * @param oneByOne where each picture is decided by what those before it have taught
     */
    record Result(BoxScore majority, BoxScore assay, Reliability existence, BoxScore oneByOne) {}

    private void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d pictures, %d with an expert's boxes; mean of %d draws of the workers%n%n",
                data.crowd().size(),
                data.expert().size(),
                draws);
        out.println("workers method     precision recall F1    IoU   log-loss ECE");
        for (int workers : WORKERS) {
            Result result = evaluate(workers);
            print(out, workers, "majority", result.majority());
            out.println();
            print(out, workers, "assay", result.assay());
            out.printf(
                    Locale.ROOT,
                    " %.3f    %.3f%n",
                    result.existence().logLoss(),
                    result.existence().error());
            print(out, workers, "one by one", result.oneByOne());
            out.println();
        }
        printStopping(out);
    }

    private void printStopping(PrintStream out) {
        out.printf("%nprice   labels precision recall F1    IoU%n");
        for (double price : PRICES) {
            BoxStopping.Outcome outcome = BoxStopping.simulate(data, price, draws);
            BoxScore score = outcome.score();
            out.printf(
                    Locale.ROOT,
                    "%.3f   %.2f   %.4f    %.4f %.4f %.4f%n",
                    price,
                    outcome.labelsPerPicture(),
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    score.meanOverlap());
        }
    }

    private static void print(PrintStream out, int workers, String method, BoxScore score) {
        out.printf(
                Locale.ROOT,
                "%-7d %-10s %.4f    %.4f %.4f %.4f",
                workers,
                method,
                score.precision(),
                score.recall(),
                score.f1(),
                score.meanOverlap());
    }

    Result evaluate(int workers) {
        Result result =
                new Result(new BoxScore(), new BoxScore(), new Reliability(), new BoxScore());
        for (int draw = 0; draw < draws; draw++) {
            SortedMap<String, List<Vote>> drawn = drawn(workers, new Random(draw));
            DrawingSkills skills = DrawingSkills.fit(BoxShape.KIND, drawn.values());
            for (String picture : data.expert().keySet()) {
                List<Vote> votes = drawn.getOrDefault(picture, List.of());
                List<BoxShape> right = right(picture);
                result.majority().add(MajorityBoxes.of(votes), right);
                add(
                        result,
                        CandidateObjects.in(BoxShape.KIND, skills.known(votes), skills.share()),
                        right);
            }
            decideOneByOne(drawn, new Random(draw), result.oneByOne());
        }
        return result;
    }

    /** In random order, as the running service does. */
    private void decideOneByOne(
            SortedMap<String, List<Vote>> drawn, Random random, BoxScore score) {
        List<String> pictures = new ArrayList<>(drawn.keySet());
        Collections.shuffle(pictures, random);
        DrawingTallies tallies = new DrawingTallies();
        for (String picture : pictures) {
            DrawingSkills skills = tallies.skills();
            List<Vote> votes = drawn.getOrDefault(picture, List.of());
            if (data.expert().containsKey(picture) && !votes.isEmpty()) {
                Answer.Boxes found =
                        (Answer.Boxes)
                                DrawingConsensus.of(BoxShape.KIND, votes, skills)
                                        .consensus()
                                        .answer();
                score.add(found.boxes().stream().map(BoxShape::of).toList(), right(picture));
            }
            tallies.add(BoxShape.KIND, skills.known(votes));
        }
    }

    private static void add(
            Result result, List<CandidateObject<BoxShape>> things, List<BoxShape> right) {
        result.assay()
                .add(
                        things.stream()
                                .filter(CandidateObject::isThere)
                                .map(CandidateObject::shape)
                                .toList(),
                        right);
        BitSet hits = BoxScore.hits(things.stream().map(CandidateObject::shape).toList(), right);
        for (int i = 0; i < things.size(); i++) {
            result.existence().add(things.get(i).existence(), hits.get(i));
        }
    }

    private SortedMap<String, List<Vote>> drawn(int workers, Random random) {
        SortedMap<String, List<Vote>> drawn = new TreeMap<>();
        data.crowd()
                .forEach(
                        (picture, votes) -> {
                            List<Vote> shuffled = new ArrayList<>(votes);
                            Collections.shuffle(shuffled, random);
                            drawn.put(
                                    picture,
                                    shuffled.subList(0, Math.min(workers, shuffled.size())));
                        });
        return drawn;
    }

    private List<BoxShape> right(String picture) {
        return data.expert().getOrDefault(picture, List.of()).stream().map(BoxShape::of).toList();
    }
}
