package io.assay.task.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Attribute;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Skeleton;
import io.assay.events.Skeleton.Bone;
import io.assay.events.Tool;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OntologyRulesTests {

    private static final Skeleton HAND = new Skeleton(List.of("thumb", "tip"), List.of());
    private static final LabelClass PLAIN = new LabelClass("a", "A");
    private static final Attribute FLAG = attribute("f", Attribute.Type.FLAG);

    @ParameterizedTest
    @EnumSource(
            names = {"KEYPOINTS", "VERIFICATION"},
            mode = Mode.EXCLUDE)
    void everyToolButTwoTakesPlainClasses(Tool tool) {
        assertThat(problems(new Ontology(tool, List.of(PLAIN)))).isEmpty();
    }

    @Test
    void aSkeletonGoesWithKeypointsAndOnlyThere() {
        LabelClass hand = new LabelClass("a", "A", List.of(), HAND);

        assertThat(problems(new Ontology(Tool.KEYPOINTS, List.of(hand)))).isEmpty();
        assertThat(problems(new Ontology(Tool.KEYPOINTS, List.of(PLAIN))))
                .containsExactly(
                        "skeleton: absent (expected: with tool keypoints, and only there)");
        assertThat(problems(new Ontology(Tool.BOX, List.of(hand))))
                .containsExactly(
                        "skeleton: present (expected: with tool keypoints, and only there)");
        assertThat(verifying(Tool.KEYPOINTS, hand)).isEmpty();
        assertThat(verifying(Tool.KEYPOINTS, PLAIN)).hasSize(1);
    }

    @Test
    void aSkeletonJoinsItsOwnPoints() {
        assertThat(skeleton(List.of("x", "y"), new Bone(0, 1))).isEmpty();
        assertThat(skeleton(List.of("x", "y"), new Bone(0, 2)))
                .containsExactly("to: 2 (expected: 0 to 1)");
        assertThat(skeleton(List.of("x", "y"), new Bone(-1, 1)))
                .containsExactly("from: -1 (expected: 0 to 1)");
        assertThat(skeleton(List.of("x", "y"), new Bone(1, 1)))
                .containsExactly("to: 1 (expected: another point)");
        assertThat(skeleton(List.of("x", "x"))).containsExactly("1: x (expected: unique)");
        assertThat(skeleton(List.of(" "))).containsExactly("0:   (expected: not blank)");
        assertThat(skeleton(List.of())).hasSize(1);
        assertThat(skeleton(IntStream.range(0, 201).mapToObj(i -> "p" + i).toList())).hasSize(1);
    }

    @Test
    void attributesArePlainUniqueAndOfWhatIsDrawn() {
        assertThat(with(Tool.BOX, FLAG)).isEmpty();
        assertThat(with(Tool.TRANSCRIPT, FLAG)).isEmpty();
        assertThat(with(Tool.TAGS, FLAG))
                .containsExactly("attributes (size): 1 (expected: 0, as no objects are drawn)");
        assertThat(with(Tool.BOX, FLAG, FLAG)).containsExactly("id: f (expected: unique)");
        assertThat(with(Tool.BOX, attribute("no spaces", Attribute.Type.FLAG))).hasSize(1);
        assertThat(
                        with(
                                Tool.BOX,
                                IntStream.range(0, 51)
                                        .mapToObj(i -> attribute("f" + i, Attribute.Type.FLAG))
                                        .toArray(Attribute[]::new)))
                .containsExactly("attributes (size): 51 (expected: 0 to 50)");
    }

    @Test
    void choicesGoWithChoiceAndLimitsWithNumbers() {
        assertThat(with(Tool.BOX, choice("red", "blue"))).isEmpty();
        assertThat(with(Tool.BOX, choice())).hasSize(1);
        assertThat(with(Tool.BOX, choice("red", "red")))
                .containsExactly("1: red (expected: unique)");
        assertThat(with(Tool.BOX, choice("x".repeat(101)))).hasSize(1);
        assertThat(with(Tool.BOX, attribute("f", Attribute.Type.FLAG, "red"))).hasSize(1);
        assertThat(with(Tool.BOX, number(0.0, 1.0))).isEmpty();
        assertThat(with(Tool.BOX, number(2.0, 1.0)))
                .containsExactly("min: 2.0 (expected: at most 1.0)");
        assertThat(with(Tool.BOX, number(Double.NaN, null))).hasSize(1);
        assertThat(
                        with(
                                Tool.BOX,
                                new Attribute(
                                        "f", "F", Attribute.Type.TEXT, List.of(), null, 1.0, 2.0)))
                .hasSize(2);
    }

    @Test
    void verificationSaysWhatItVerifies() {
        assertThat(verifying(Tool.BOX, PLAIN)).isEmpty();
        assertThat(verifying(Tool.CATEGORY, PLAIN)).isEmpty();
        assertThat(verifying(null, PLAIN)).hasSize(1);
        assertThat(verifying(Tool.VERIFICATION, PLAIN))
                .containsExactly(
                        "verifies: VERIFICATION (expected: the tool of the labels, not"
                                + " verification)");
        assertThat(problems(new Ontology(Tool.BOX, List.of(PLAIN), null, Tool.BOX)))
                .containsExactly("verifies: BOX (expected: only with tool verification)");
    }

    @Test
    void onlyBoxesAreTurned() {
        assertThat(problems(new Ontology(Tool.BOX, List.of(PLAIN), true, null))).isEmpty();
        assertThat(problems(new Ontology(Tool.VERIFICATION, List.of(PLAIN), true, Tool.BOX)))
                .isEmpty();
        assertThat(problems(new Ontology(Tool.MASK, List.of(PLAIN), true, null)))
                .containsExactly("rotation: true (expected: only with tool box)");
    }

    @Test
    void anOntologyFitsIntoAnEvent() {
        List<String> choices =
                IntStream.range(0, 100).mapToObj(i -> "%0100d".formatted(i)).toList();
        Attribute long10000 =
                new Attribute("f", "F", Attribute.Type.CHOICE, choices, null, null, null);
        List<LabelClass> classes =
                IntStream.range(0, 20)
                        .mapToObj(i -> new LabelClass("c" + i, "C", List.of(long10000), null))
                        .toList();

        assertThat(problems(new Ontology(Tool.BOX, classes)))
                .containsExactly("ontology (characters): 200110 (expected: 0 to 200000)");
    }

    private static List<String> verifying(@Nullable Tool tool, LabelClass labelClass) {
        return problems(new Ontology(Tool.VERIFICATION, List.of(labelClass), null, tool));
    }

    private static List<String> skeleton(List<String> points, Bone... bones) {
        Skeleton skeleton = new Skeleton(points, List.of(bones));
        return problems(
                new Ontology(
                        Tool.KEYPOINTS,
                        Collections.singletonList(new LabelClass("a", "A", List.of(), skeleton))));
    }

    private static List<String> with(Tool tool, Attribute... attributes) {
        return problems(
                new Ontology(tool, List.of(new LabelClass("a", "A", List.of(attributes), null))));
    }

    private static Attribute attribute(String id, Attribute.Type type, String... choices) {
        return new Attribute(id, "F", type, List.of(choices), null, null, null);
    }

    private static Attribute choice(String... choices) {
        return attribute("f", Attribute.Type.CHOICE, choices);
    }

    private static Attribute number(@Nullable Double min, @Nullable Double max) {
        return new Attribute("f", "F", Attribute.Type.NUMBER, List.of(), null, min, max);
    }

    private static List<String> problems(Ontology ontology) {
        Problems problems = new Problems();
        OntologyRules.check(problems, ontology);
        return problems.found().stream().map(FieldProblem::detail).toList();
    }
}
