package io.assay.evaluation;

import io.assay.events.Box;
import io.assay.truth.consensus.CandidateObject;
import io.assay.truth.consensus.CandidateObjects;
import io.assay.truth.consensus.DrawingSkills;
import io.assay.truth.consensus.DrawingStoppingRule;
import io.assay.truth.consensus.Vote;
import io.assay.truth.shape.BoxShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks for boxes one worker at a time, in random order, while another is worth the price. What is
 * known of the workers comes from the other half of the pictures, three answers to each, as in a
 * project that has run for a while.
 */
final class BoxStopping {
    private static final int KNOWN_FROM = 3;

    /**
     * @param labels asked for in all
     * @param pictures that they were asked for
     */
    record Outcome(double price, int labels, int pictures, BoxScore score) {

        double labelsPerPicture() {
            return (double) labels / pictures;
        }
    }

    private final BoxData data;
    private final double price;
    private final BoxScore score = new BoxScore();
    private int labels;
    private int pictures;

    private BoxStopping(BoxData data, double price) {
        this.data = data;
        this.price = price;
    }

    static Outcome simulate(BoxData data, double price, int orders) {
        BoxStopping stopping = new BoxStopping(data, price);
        for (int order = 0; order < orders; order++) {
            stopping.run(new Random(order));
        }
        return new Outcome(price, stopping.labels, stopping.pictures, stopping.score);
    }

    private void run(Random random) {
        List<SortedMap<String, List<Vote>>> halves = List.of(new TreeMap<>(), new TreeMap<>());
        int place = 0;
        for (String picture : data.crowd().keySet()) {
            List<Vote> shuffled = new ArrayList<>(data.crowd().get(picture));
            Collections.shuffle(shuffled, random);
            halves.get(place++ % 2).put(picture, shuffled);
        }
        for (int half = 0; half < 2; half++) {
            ask(halves.get(half), known(halves.get(1 - half)));
        }
    }

    private static DrawingSkills known(SortedMap<String, List<Vote>> answers) {
        return DrawingSkills.fit(
                BoxShape.KIND,
                answers.values().stream()
                        .map(votes -> votes.subList(0, Math.min(KNOWN_FROM, votes.size())))
                        .toList());
    }

    private void ask(SortedMap<String, List<Vote>> answers, DrawingSkills skills) {
        answers.forEach(
                (picture, votes) -> {
                    List<Box> right = data.expert().get(picture);
                    if (right != null) {
                        ask(skills.known(votes), skills, right.stream().map(BoxShape::of).toList());
                    }
                });
    }

    private void ask(List<Vote> votes, DrawingSkills skills, List<BoxShape> right) {
        int asked = 1;
        List<CandidateObject<BoxShape>> things = things(votes, asked, skills);
        while (asked < votes.size()
                && DrawingStoppingRule.isWorth(price, things, votes.subList(0, asked), skills)) {
            things = things(votes, ++asked, skills);
        }
        labels += asked;
        pictures++;
        score.add(
                things.stream()
                        .filter(CandidateObject::isThere)
                        .map(CandidateObject::shape)
                        .toList(),
                right);
    }

    private static List<CandidateObject<BoxShape>> things(
            List<Vote> votes, int asked, DrawingSkills skills) {
        return CandidateObjects.in(BoxShape.KIND, votes.subList(0, asked), skills.share());
    }
}
