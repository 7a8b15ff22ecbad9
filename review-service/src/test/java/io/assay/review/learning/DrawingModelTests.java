package io.assay.review.learning;

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

class DrawingModelTests {
    private static final OverlapRule RULE = new OverlapRule(1, 5, 0.9);
    private static final Box CAT = box(0);
    private static final Box GHOST = box(500);

    private final ProjectModel model = empty();

    @Test
    void saysNothingAsLongAsItHasSeenLittle() {
        model.learn(decided("t", label("ann", CAT), label("bob", CAT)));

        assertThat(model.estimate("new", votes(label("ann", CAT)), RULE)).isEmpty();
        assertThat(model.method()).isEmpty();
    }

    @Test
    void believesOneWhoFindsThingsMoreThanTwoWhoMissThem() {
        watch();

        Estimate estimate = estimate(RULE, label("ann", CAT), label("max"), label("mia"));

        assertThat(estimate.consensus().answer()).isEqualTo(new Answer.Boxes(List.of(CAT)));
        assertThat(model.method()).contains("drawings/1");
    }

    @Test
    void doesNotBelieveWhoSeesGhosts() {
        watch();

        Estimate estimate = estimate(RULE, label("gus", CAT, GHOST), label("ann", CAT));

        assertThat(estimate.consensus().answer()).isEqualTo(new Answer.Boxes(List.of(CAT)));
    }

    @Test
    void nothingHereIsSureOnceEnoughHaveLooked() {
        watch();

        Estimate one = estimate(RULE, label("max"));
        Estimate three = estimate(RULE, label("ann"), label("bob"), label("cy"));

        assertThat(one.consensus().answer()).isEqualTo(new Answer.Boxes(List.of()));
        assertThat(one.confidence()).isLessThan(0.7);
        assertThat(three.confidence()).isGreaterThan(0.9);
        assertThat(three.worthAnother()).isFalse();
    }

    @Test
    void aDrawingThatIsNotWorthItsPriceIsNotAskedFor() {
        watch();
        Submission.Label[] disputed = {label("ann", CAT), label("bob")};

        assertThat(estimate(new OverlapRule(1, 5, 0.99), disputed).worthAnother()).isTrue();
        assertThat(estimate(new OverlapRule(1, 5, 0.99, 0.5), disputed).worthAnother()).isFalse();
        assertThat(estimate(new OverlapRule(1, 2, 0.99), disputed).worthAnother()).isFalse();
    }

    @Test
    void learnsAPictureOnlyWhenItIsDecided() {
        watch();
        ModelSnapshot before = model.snapshot();

        model.learn(
                new TrainingExample(
                        "t", false, null, List.of(label("ann", CAT), label("max")), false, null));

        assertThat(model.snapshot()).isEqualTo(before);
    }

    @Test
    void learnsFromGold() {
        for (int i = 0; i < 120; i++) {
            model.learn(gold(new Answer.Boxes(List.of(CAT)), label("ann", CAT), label("max")));
        }
        ModelSnapshot trusted = model.snapshot();
        model.learn(gold(null, label("max", GHOST)));

        Estimate estimate = estimate(RULE, label("ann", CAT), label("max"));

        assertThat(estimate.consensus().answer()).isEqualTo(new Answer.Boxes(List.of(CAT)));
        assertThat(model.snapshot()).isEqualTo(trusted);
    }

    @Test
    void isRememberedNowAndThenAndKnowsItAgain() {
        long saved = watch();

        ProjectModel again = DrawingModel.of(Tool.BOX, BoxShape.KIND, model.snapshot());
        ProjectModel ofAnother = DrawingModel.of(Tool.MASK, BoxShape.KIND, model.snapshot());

        assertThat(saved).isBetween(3L, 20L);
        assertThat(again.estimate("new", votes(label("ann", CAT)), RULE))
                .hasValueSatisfying(
                        estimate ->
                                assertThat(estimate.consensus().answer())
                                        .isEqualTo(new Answer.Boxes(List.of(CAT))));
        assertThat(ofAnother.method()).isEmpty();
    }

    @Test
    void answersOfAnotherToolSayNothing() {
        watch();

        assertThat(
                        model.estimate(
                                "new",
                                List.of(new Vote("ann", 0.8, new Answer.Verification(true))),
                                RULE))
                .isEmpty();
    }

    @Test
    void isOnlyForWhatIsDrawnWithTheTool() {
        assertThat(model.isFor(ontology(Tool.BOX))).isTrue();
        assertThat(model.isFor(ontology(Tool.POLYGON))).isFalse();
        assertThat(ProjectModel.of(ontology(Tool.POLYGON), () -> ModelSnapshot.NOTHING))
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
                                model.learn(
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

    private Estimate estimate(OverlapRule rule, Submission.Label... labels) {
        return model.estimate("new", votes(labels), rule).orElseThrow();
    }

    private static ProjectModel empty() {
        return ProjectModel.of(ontology(Tool.BOX), () -> ModelSnapshot.NOTHING).orElseThrow();
    }

    private static Ontology ontology(Tool tool) {
        return new Ontology(tool, List.of(new LabelClass("cat", "Cat")));
    }

    private static TrainingExample decided(String task, Submission.Label... labels) {
        return new TrainingExample(task, false, null, List.of(labels), true, null);
    }

    private static TrainingExample gold(@Nullable Answer truth, Submission.Label... labels) {
        return new TrainingExample("gold", true, truth, List.of(labels), false, null);
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
