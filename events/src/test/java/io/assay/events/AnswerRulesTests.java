package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTests {

    @Test
    void acceptsAnAnswerOfEachTool() {
        assertThat(problems(new Answer.Category("car"), Tool.CATEGORY)).isEmpty();
        assertThat(problems(tags("bicycle", "car"), Tool.TAGS)).isEmpty();
        assertThat(problems(tags(), Tool.TAGS)).isEmpty();
        assertThat(problems(boxes(box(10, 10, 20, 20)), Tool.BOX)).isEmpty();
        assertThat(problems(boxes(), Tool.BOX)).isEmpty();
    }

    @Test
    void refusesAnotherToolThanTheProjects() {
        assertThat(problems(new Answer.Category("car"), Tool.BOX))
                .containsExactly("tool: category (expected: box)");
    }

    @Test
    void refusesClassesThatTheProjectDoesNotKnow() {
        assertThat(problems(new Answer.Category("cat"), Tool.CATEGORY))
                .containsExactly("class: cat (expected: one of the project's)");
        assertThat(problems(tags("car", "cat", "dog"), Tool.TAGS)).hasSize(2);
    }

    @Test
    void doesNotEchoALongClassWhole() {
        assertThat(problems(new Answer.Category("x".repeat(10_000)), Tool.CATEGORY))
                .singleElement()
                .satisfies(p -> assertThat(p).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 10, 10",
        "0, -1, 10, 10",
        "95, 0, 10, 10",
        "0, 45, 10, 10",
        "0, 0, 0, 10",
        "0, 0, 10, -1",
        "NaN, 0, 10, 10",
        "0, 0, Infinity, 10",
        "0, 0, 10, NaN"
    })
    void refusesBoxesOutsideAPictureOf100By50(double x, double y, double width, double height) {
        assertThat(problems(boxes(box(x, y, width, height)), Tool.BOX)).hasSize(1);
    }

    @Test
    void toleratesHalfAPixelOverTheEdge() {
        assertThat(problems(boxes(box(-0.5, 0, 101, 50.5)), Tool.BOX)).isEmpty();
    }

    @Test
    void boxesOfAPictureOfUnknownSizeHaveNoFarEdge() {
        assertThat(problems(boxes(box(5_000, 5_000, 10, 10)), Tool.BOX, null, null)).isEmpty();
        assertThat(problems(boxes(box(-5, 0, 10, 10)), Tool.BOX, null, null)).hasSize(1);
    }

    @Test
    void refusesMoreBoxesThanAnyoneDraws() {
        List<Box> many = Collections.nCopies(AnswerRules.MAX_OBJECTS + 1, box(0, 0, 1, 1));

        assertThat(problems(new Answer.Boxes(many), Tool.BOX))
                .containsExactly("boxes: 501 (expected: at most 500)");
    }

    /** Few enough points, but so many digits that no event could hold two such answers. */
    @Test
    void refusesMoreBytesThanAnEventCanHoldTwice() {
        assertThat(problems(lines(1.0), Tool.POLYLINE, null, null)).isEmpty();
        assertThat(problems(lines(1.2345678901234567E-5), Tool.POLYLINE, null, null))
                .singleElement()
                .asString()
                .startsWith("answer: ")
                .contains("(expected: at most 450,000;");
    }

    /** 10,000 points in all. */
    private static Answer lines(double step) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < AnswerRules.MAX_POINTS; i++) {
            points.add(new Point((i + 1) * step, (i % 2 + 1) * step));
        }
        Polyline line = new Polyline("car", points, Map.of());
        int lines = AnswerRules.MAX_POINTS_IN_ALL / AnswerRules.MAX_POINTS;
        return new Answer.Polylines(Collections.nCopies(lines, line));
    }

    @Property
    void everyBoxInsideThePictureIsValid(
            @ForAll @DoubleRange(min = 0, max = 49) double x,
            @ForAll @DoubleRange(min = 0, max = 24) double y,
            @ForAll @DoubleRange(min = 0.1, max = 51) double width,
            @ForAll @DoubleRange(min = 0.1, max = 26) double height) {
        assertThat(problems(boxes(box(x, y, width, height)), Tool.BOX)).isEmpty();
    }

    private static List<String> problems(Answer answer, Tool tool) {
        return problems(answer, tool, 100, 50);
    }

    private static List<String> problems(
            Answer answer, Tool tool, @Nullable Integer width, @Nullable Integer height) {
        Ontology ontology =
                new Ontology(
                        tool,
                        List.of(new LabelClass("car", "Car"), new LabelClass("bicycle", "Bike")));
        return AnswerRules.problems(answer, ontology, width, height);
    }

    private static Answer tags(String... ids) {
        return new Answer.Tags(new TreeSet<>(List.of(ids)));
    }

    private static Answer boxes(Box... boxes) {
        return new Answer.Boxes(List.of(boxes));
    }

    private static Box box(double x, double y, double width, double height) {
        return new Box("car", x, y, width, height);
    }
}
