package io.assay.review.crowd;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.Tool;
import io.assay.review.verdict.Submission;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectCrowdTests {
    private static final Question ANIMALS =
            Question.of(
                            new Ontology(
                                    Tool.CATEGORY,
                                    List.of(
                                            new LabelClass("cat", "Cat"),
                                            new LabelClass("dog", "Dog"))))
                    .orElseThrow();
    private static final OverlapRule RULE = new OverlapRule(1, 5, 0.9);

    private final ProjectCrowd crowd = new ProjectCrowd(ANIMALS);

    @Test
    void saysNothingAsLongAsItHasSeenLittle() {
        crowd.hear("t", List.of(label("ann", "cat")));

        assertThat(crowd.belief("t", List.of(label("ann", "cat")), RULE)).isEmpty();
        assertThat(crowd.accuracy("ann")).isEmpty();
    }

    @Test
    void believesOneWhoIsGoodMoreThanTwoWhoGuess() {
        watch(crowd);

        Belief belief =
                crowd.belief(
                                "new",
                                List.of(
                                        label("ann", "cat"),
                                        label("gus", "dog"),
                                        label("gil", "dog")),
                                RULE)
                        .orElseThrow();

        assertThat(belief.consensus().answer()).isEqualTo(new Answer.Category("cat"));
        assertThat(crowd.accuracy("ann").orElseThrow())
                .isGreaterThan(crowd.accuracy("gus").orElseThrow() + 0.2);
    }

    @Test
    void aLabelOfSomebodyNewCounts() {
        watch(crowd);

        Belief belief = crowd.belief("new", List.of(label("new", "dog")), RULE).orElseThrow();

        assertThat(belief.consensus().answer()).isEqualTo(new Answer.Category("dog"));
        assertThat(belief.confidence()).isBetween(0.5, 0.95);
    }

    @Test
    void whatIsHeardAgainChangesNothing() {
        watch(crowd);
        double before = confidence(crowd);

        for (int i = 0; i < 100; i++) {
            crowd.hear("t" + i, labels(i));
        }

        assertThat(confidence(crowd)).isEqualTo(before);
    }

    @Test
    void remembersWhatItLearnt() {
        watch(crowd);
        crowd.know("gold", new Answer.Category("cat"));
        crowd.hear("gold", List.of(label("ann", "cat")));

        ProjectCrowd again = ProjectCrowd.of(ANIMALS, crowd.remembered());

        assertThat(again.remembered()).isEqualTo(crowd.remembered());
        assertThat(confidence(again)).isCloseTo(confidence(crowd), within(0.05));
    }

    @Test
    void goldThatIsDoubtedTeachesNoMore() {
        watch(crowd);
        double before = crowd.accuracy("ann").orElseThrow();
        for (int i = 0; i < 20; i++) {
            crowd.know("gold" + i, new Answer.Category("dog"));
            crowd.hear("gold" + i, List.of(label("ann", "cat")));
        }
        double blamed = crowd.accuracy("ann").orElseThrow();
        for (int i = 0; i < 20; i++) {
            crowd.know("gold" + i, null);
        }

        assertThat(blamed).isLessThan(before - 0.05);
        assertThat(crowd.accuracy("ann").orElseThrow()).isGreaterThan(blamed + 0.05);
    }

    @Test
    void answersOfAnotherToolSayNothing() {
        watch(crowd);

        assertThat(
                        crowd.belief(
                                "new",
                                List.of(
                                        new Submission.Label(
                                                "a",
                                                "ann",
                                                TERMS,
                                                new Answer.Verification(true),
                                                NOON)),
                                RULE))
                .isEmpty();
    }

    @Test
    void aLabelThatIsNotWorthItsPriceIsNotAskedFor() {
        watch(crowd);
        List<Submission.Label> disputed = List.of(label("ann", "cat"), label("bob", "dog"));

        OverlapRule dear = new OverlapRule(1, 5, 0.99, 0.5);
        OverlapRule full = new OverlapRule(1, 2, 0.99);

        assertThat(crowd.belief("new", disputed, RULE).orElseThrow().worthAnother()).isTrue();
        assertThat(crowd.belief("new", disputed, dear).orElseThrow().worthAnother()).isFalse();
        assertThat(crowd.belief("new", disputed, full).orElseThrow().worthAnother()).isFalse();
    }

    private static double confidence(ProjectCrowd crowd) {
        return crowd.belief("new", List.of(label("ann", "cat")), RULE).orElseThrow().confidence();
    }

    /** Ann, Bob and Cy are right; Gus and Gil say the same whatever they see. */
    private static void watch(ProjectCrowd crowd) {
        for (int i = 0; i < 100; i++) {
            crowd.hear("t" + i, labels(i));
        }
    }

    private static List<Submission.Label> labels(int task) {
        String truth = task % 2 == 0 ? "cat" : "dog";
        return List.of(
                label("ann", truth),
                label("bob", truth),
                label("cy", truth),
                label("gus", "cat"),
                label("gil", "dog"));
    }

    private static Submission.Label label(String worker, String classId) {
        return new Submission.Label(
                worker + "-label", worker, TERMS, new Answer.Category(classId), NOON);
    }
}
