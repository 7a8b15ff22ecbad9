package io.assay.review.crowd;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.Tool;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Vote;
import io.assay.truth.shape.BoxShape;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawingCrowdTests {
    private static final OverlapRule RULE = new OverlapRule(1, 5, 0.9);
    private static final Box CAT = box(0);
    private static final Box GHOST = box(500);

    private final ProjectCrowd crowd = empty();

    @Test
    void saysNothingAsLongAsItHasSeenLittle() {
        crowd.learn(decided("t", label("ann", CAT), label("bob", CAT)));

        assertThat(crowd.belief("new", votes(label("ann", CAT)), RULE)).isEmpty();
        assertThat(crowd.method()).isEmpty();
    }

    @Test
    void believesOneWhoFindsThingsMoreThanTwoWhoMissThem() {
        watch();

        Belief belief = belief(RULE, label("ann", CAT), label("max"), label("mia"));

        assertThat(belief.consensus().answer()).isEqualTo(new Answer.Boxes(List.of(CAT)));
        assertThat(crowd.method()).contains("drawings/1");
    }

    @Test
    void doesNotBelieveWhoSeesGhosts() {
        watch();

        Belief belief = belief(RULE, label("gus", CAT, GHOST), label("ann", CAT));

        assertThat(belief.consensus().answer()).isEqualTo(new Answer.Boxes(List.of(CAT)));
    }

    @Test
    void nothingHereIsSureOnceEnoughHaveLooked() {
        watch();

        Belief one = belief(RULE, label("max"));
        Belief three = belief(RULE, label("ann"), label("bob"), label("cy"));

        assertThat(one.consensus().answer()).isEqualTo(new Answer.Boxes(List.of()));
        assertThat(one.confidence()).isLessThan(0.7);
        assertThat(three.confidence()).isGreaterThan(0.9);
        assertThat(three.worthAnother()).isFalse();
    }

    @Test
    void aDrawingThatIsNotWorthItsPriceIsNotAskedFor() {
        watch();
        Submission.Label[] disputed = {label("ann", CAT), label("bob")};

        assertThat(belief(new OverlapRule(1, 5, 0.99), disputed).worthAnother()).isTrue();
        assertThat(belief(new OverlapRule(1, 5, 0.99, 0.5), disputed).worthAnother()).isFalse();
        assertThat(belief(new OverlapRule(1, 2, 0.99), disputed).worthAnother()).isFalse();
    }

    @Test
    void learnsAPictureOnlyWhenItIsDecided() {
        watch();
        Remembered before = crowd.remembered();

        crowd.learn(
                new Lesson(
                        "t", false, null, List.of(label("ann", CAT), label("max")), false, null));

        assertThat(crowd.remembered()).isEqualTo(before);
    }

    @Test
    void learnsFromGold() {
        for (int i = 0; i < 120; i++) {
            crowd.learn(gold(new Answer.Boxes(List.of(CAT)), label("ann", CAT), label("max")));
        }
        Remembered trusted = crowd.remembered();
        crowd.learn(gold(null, label("max", GHOST)));

        Belief belief = belief(RULE, label("ann", CAT), label("max"));

        assertThat(belief.consensus().answer()).isEqualTo(new Answer.Boxes(List.of(CAT)));
        assertThat(crowd.remembered()).isEqualTo(trusted);
    }

    @Test
    void isRememberedNowAndThenAndKnowsItAgain() {
        long saved = watch();

        ProjectCrowd again = DrawingCrowd.of(Tool.BOX, BoxShape.KIND, crowd.remembered());
        ProjectCrowd ofAnother = DrawingCrowd.of(Tool.MASK, BoxShape.KIND, crowd.remembered());

        assertThat(saved).isBetween(3L, 20L);
        assertThat(again.belief("new", votes(label("ann", CAT)), RULE))
                .hasValueSatisfying(
                        belief ->
                                assertThat(belief.consensus().answer())
                                        .isEqualTo(new Answer.Boxes(List.of(CAT))));
        assertThat(ofAnother.method()).isEmpty();
    }

    @Test
    void answersOfAnotherToolSayNothing() {
        watch();

        assertThat(
                        crowd.belief(
                                "new",
                                List.of(new Vote("ann", 0.8, new Answer.Verification(true))),
                                RULE))
                .isEmpty();
    }

    @Test
    void isOnlyForWhatIsDrawnWithTheTool() {
        assertThat(crowd.isFor(ontology(Tool.BOX))).isTrue();
        assertThat(crowd.isFor(ontology(Tool.POLYGON))).isFalse();
        assertThat(ProjectCrowd.of(ontology(Tool.POLYGON), () -> Remembered.NOTHING))
                .hasValueSatisfying(
                        other -> assertThat(other.isFor(ontology(Tool.POLYGON))).isTrue());
    }

    /**
     * Three find every cat, Max and Mia one of three, and Gus sees ghosts. Returns how often it is
     * to be saved.
     */
    private long watch() {
        return Stream.iterate(0, i -> i + 1)
                .limit(100)
                .filter(
                        i ->
                                crowd.learn(
                                        decided(
                                                "t" + i,
                                                label("ann", CAT),
                                                label("bob", CAT),
                                                label("cy", CAT),
                                                i % 3 == 0 ? label("max", CAT) : label("max"),
                                                i % 3 == 1 ? label("mia", CAT) : label("mia"),
                                                label("gus", CAT, GHOST))))
                .count();
    }

    private Belief belief(OverlapRule rule, Submission.Label... labels) {
        return crowd.belief("new", votes(labels), rule).orElseThrow();
    }

    private static ProjectCrowd empty() {
        return ProjectCrowd.of(ontology(Tool.BOX), () -> Remembered.NOTHING).orElseThrow();
    }

    private static Ontology ontology(Tool tool) {
        return new Ontology(tool, List.of(new LabelClass("cat", "Cat")));
    }

    private static Lesson decided(String task, Submission.Label... labels) {
        return new Lesson(task, false, null, List.of(labels), true, null);
    }

    private static Lesson gold(@Nullable Answer truth, Submission.Label... labels) {
        return new Lesson("gold", true, truth, List.of(labels), false, null);
    }

    private static List<Vote> votes(Submission.Label... labels) {
        return Stream.of(labels)
                .map(label -> new Vote(label.workerId(), 0.8, label.answer()))
                .toList();
    }

    private static Submission.Label label(String worker, Box... boxes) {
        return new Submission.Label(
                worker + "-label", worker, TERMS, new Answer.Boxes(List.of(boxes)), NOON, NOON);
    }

    private static Box box(double x) {
        return new Box("cat", x, 0, 100, 100);
    }
}
