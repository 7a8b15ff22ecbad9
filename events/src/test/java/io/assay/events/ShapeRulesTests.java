package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Keypoint.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of nonsense, in a picture of 100 by 50. */
class ShapeRulesTests {

    @Test
    void acceptsAnAnswerOfEachTool() {
        assertThat(polygon(0, 0, 50, 0, 50, 25)).isEmpty();
        assertThat(polyline(0, 0, 50, 25, 0, 25, 50, 0)).isEmpty();
        assertThat(figure(seen(1, 1), absent(), seen(2, 2))).isEmpty();
        assertThat(mask(0, 5_000)).isEmpty();
        assertThat(text("STOP")).isEmpty();
        assertThat(of(Tool.POLYGON, new Answer.Polygons(List.of()))).isEmpty();
        assertThat(of(Tool.MASK, new Answer.Masks(List.of()))).isEmpty();
        assertThat(
                        AnswerRules.problems(
                                new Answer.Verification(false),
                                new Ontology(Tool.VERIFICATION, classes(), null, Tool.BOX),
                                null,
                                null))
                .isEmpty();
    }

    @Test
    void refusesUnknownClassesOfEveryObject() {
        Polygon cat = new Polygon("cat", points(0, 0, 50, 0, 50, 25), Map.of());

        assertThat(of(Tool.POLYGON, new Answer.Polygons(List.of(cat))))
                .containsExactly("polygons[0] class: cat (expected: one of the project's)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 101, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesPointsOutsideThePicture(double x) {
        String told = ": " + x + ", 10.0 (expected: within 100 × 50)";

        assertThat(polygon(0, 0, 50, 0, x, 10)).containsExactly("polygons[0] points[2]" + told);
        assertThat(polyline(0, 0, x, 10)).containsExactly("polylines[0] points[1]" + told);
        assertThat(figure(seen(1, 1), absent(), seen(x, 10)))
                .containsExactly("figures[0] points[2]" + told);
    }

    @ParameterizedTest
    @CsvSource({
        "'0 0 40 40 40 0 0 40', points: sides 0 and 2 cross (expected: none do)",
        "'0 0 40 0 40 40 20 0 0 40', points: sides 0 and 3 cross (expected: none do)",
        "'0 0 40 0 60 0 40 0 40 40', points: sides 0 and 2 cross (expected: none do)",
        "'0 0 20 0 20 20 30 20 20 20 20 40 0 40', points: sides 1 and 3 cross (expected: none do)",
        "'0 0 0 0 40 40 0 40', points[0]: repeated (expected: another one)",
        "'0 0 40 0 40 40 0 0', points[3]: repeated (expected: another one)",
        "'0 0 20 20 40 40', points: no area (expected: an outline)"
    })
    void refusesOutlinesThatCrossTouchOrTurnBack(String outline, String told) {
        double[] numbers =
                Arrays.stream(outline.split(" ")).mapToDouble(Double::parseDouble).toArray();

        assertThat(polygon(numbers)).containsExactly("polygons[0] " + told);
        assertThat(transcript("STOP", points(numbers)))
                .containsExactly("transcripts[0] region " + told);
    }

    @Test
    void refusesTooFewAndTooManyPoints() {
        double[] many = new double[2 * (AnswerRules.MAX_POINTS + 1)];

        assertThat(polygon(0, 0, 10, 10))
                .containsExactly("polygons[0] points: 2 (expected: 3 to 2000)");
        assertThat(polyline(0, 0)).containsExactly("polylines[0] points: 1 (expected: 2 to 2000)");
        assertThat(polyline(many))
                .containsExactly("polylines[0] points: 2001 (expected: 2 to 2000)");
        assertThat(polyline(5, 5, 5, 5))
                .containsExactly("polylines[0] points: all the same (expected: a line)");
    }

    @Test
    void refusesTooManyPointsInAll() {
        List<Point> line =
                IntStream.range(0, 2_000).mapToObj(i -> new Point(i % 100, i % 7)).toList();
        Polyline long2000 = new Polyline("car", line, Map.of());

        assertThat(of(Tool.POLYLINE, new Answer.Polylines(Collections.nCopies(5, long2000))))
                .isEmpty();
        assertThat(of(Tool.POLYLINE, new Answer.Polylines(Collections.nCopies(6, long2000))))
                .containsExactly("polylines[5] points: over 10000 in all (expected: fewer)");
    }

    @Test
    void countsTheKeypointsOfAllFigures() {
        Skeleton skeleton =
                new Skeleton(IntStream.range(0, 200).mapToObj(i -> "p" + i).toList(), List.of());
        Ontology ontology =
                new Ontology(
                        Tool.KEYPOINTS, List.of(new LabelClass("car", "Car", List.of(), skeleton)));
        KeypointInstance figure =
                new KeypointInstance("car", Collections.nCopies(200, seen(1, 1)), Map.of());

        assertThat(
                        AnswerRules.problems(
                                new Answer.Keypoints(Collections.nCopies(51, figure)),
                                ontology,
                                100,
                                50))
                .containsExactly("figures[50] points: over 10000 in all (expected: fewer)");
    }

    @Test
    void refusesFiguresThatAreNotAsTheSkeleton() {
        assertThat(figure(seen(1, 1)))
                .containsExactly("figures[0] points: 1 (expected: 3, as its class's skeleton has)");
        assertThat(figure(absent(), absent(), absent()))
                .containsExactly("figures[0]: empty (expected: a point that is not absent)");
        assertThat(figure(seen(1, 1), new Keypoint(3, 0, Visibility.ABSENT), seen(2, 2)))
                .containsExactly("figures[0] points[1]: 3.0, 0.0 (expected: 0, 0 if absent)");
    }

    @Test
    void refusesMasksThatAreNotOfThePicture() {
        Mask other = new Mask("car", 50, 100, List.of(0, 5_000), Map.of());

        assertThat(of(Tool.MASK, new Answer.Masks(List.of(other))))
                .containsExactly(
                        "masks[0] size: 50 × 100 (expected: the picture's, at most 2147483647"
                                + " pixels)");
    }

    @Test
    void refusesMasksWithoutASizeThatPicturesHave() {
        Mask huge = new Mask("car", 100_000, 100_000, List.of(0, 1), Map.of());

        assertThat(
                        AnswerRules.problems(
                                new Answer.Masks(List.of(huge)),
                                new Ontology(Tool.MASK, classes()),
                                null,
                                null))
                .singleElement()
                .asString()
                .startsWith("masks[0] size: 100000 × 100000");
    }

    @Test
    void refusesRunsThatDoNotAddUp() {
        assertThat(mask(10, 10)).containsExactly("masks[0] counts: 20 pixels (expected: 5000)");
        assertThat(mask(Integer.MAX_VALUE, Integer.MAX_VALUE, 2))
                .containsExactly("masks[0] counts: 4294967296 pixels (expected: 5000)");
        assertThat(mask(10, -1, 4_991))
                .containsExactly("masks[0] counts[1]: -1 (expected: over 0)");
        assertThat(mask(10, 0, 4_990)).containsExactly("masks[0] counts[1]: 0 (expected: over 0)");
        assertThat(mask(5_000))
                .containsExactly("masks[0] counts: empty (expected: a pixel inside)");
        assertThat(mask()).containsExactly("masks[0] counts: 0 pixels (expected: 5000)");
    }

    @Test
    void refusesTooManyRunsInAll() {
        List<Integer> stripes = Collections.nCopies(5_000, 1);
        Mask striped = new Mask("car", 100, 50, stripes, Map.of());

        assertThat(of(Tool.MASK, new Answer.Masks(Collections.nCopies(10, striped)))).isEmpty();
        assertThat(of(Tool.MASK, new Answer.Masks(Collections.nCopies(11, striped))))
                .containsExactly("masks[10] counts: over 50000 in all (expected: fewer)");
    }

    @Test
    void refusesTextsThatSayNothingOrTooMuch() {
        assertThat(text("  \n"))
                .containsExactly(
                        "transcripts[0] text: 3 characters (expected: 1 to 5000, not only"
                                + " blanks)");
        assertThat(text("x".repeat(5_001))).hasSize(1);
        assertThat(text("a\u0007b"))
                .containsExactly(
                        "transcripts[0] text: control characters (expected: none but line"
                                + " breaks)");
        assertThat(text("a\ud800b")).hasSize(1);
        assertThat(text("naïve 😀\n第二行")).isEmpty();
    }

    @Test
    void refusesTooMuchTextInAllAndASecondOneOfTheWholePicture() {
        Transcript long5000 =
                new Transcript("car", "x".repeat(5_000), points(0, 0, 9, 0, 9, 9), Map.of());
        Transcript whole = new Transcript("car", "STOP", List.of(), Map.of());

        assertThat(of(Tool.TRANSCRIPT, new Answer.Transcripts(Collections.nCopies(5, long5000))))
                .containsExactly(
                        "transcripts[4] text characters: over 20000 in all (expected: fewer)");
        assertThat(of(Tool.TRANSCRIPT, new Answer.Transcripts(List.of(whole, whole))))
                .containsExactly(
                        "transcripts[1] region: none (expected: one, as there is a text without"
                                + " already)");
    }

    @Test
    void boxesAreTurnedOnlyWhereTheProjectAllowsIt() {
        assertThat(turned(false, 10, 10, 20, 10, 30))
                .containsExactly("boxes[0] rotation: 30.0 (expected: none in this project)");
        assertThat(turned(false, 10, 10, 20, 10, 0)).isEmpty();
        assertThat(turned(true, 10, 10, 20, 10, 30)).isEmpty();
        assertThat(turned(true, 10, 10, 20, 10, 180)).isEmpty();
        assertThat(turned(true, 10, 10, 20, 10, -180))
                .containsExactly("boxes[0] rotation: -180.0 (expected: over -180 to 180)");
        assertThat(turned(true, 10, 10, 20, 10, Double.NaN)).isNotEmpty();
    }

    @Test
    void aTurnedBoxMayReachOverTheEdgeButNotItsCentre() {
        assertThat(turned(true, -5, 0, 20, 10, 45)).isEmpty();
        assertThat(turned(true, -15, 0, 20, 10, 45))
                .containsExactly("boxes[0] centre: -5.0, 5.0 (expected: within 100 × 50)");
        assertThat(turned(true, -1e6, 0, 2e6 + 50, 10, 45))
                .singleElement()
                .asString()
                .startsWith("boxes[0] x: size 2000050.0 (expected: at most");
        assertThat(turned(true, 0, 0, 0, 10, 45))
                .containsExactly("boxes[0] x: size 0.0 (expected: finite, 0.1 pixels or more)");
    }

    @Test
    void tellsAtMostTwentyProblems() {
        Polygon bad = new Polygon("cat", points(0, 0), Map.of());

        assertThat(of(Tool.POLYGON, new Answer.Polygons(Collections.nCopies(100, bad))))
                .hasSize(AnswerRules.MAX_PROBLEMS);
    }

    private static List<String> polygon(double... numbers) {
        return of(
                Tool.POLYGON,
                new Answer.Polygons(List.of(new Polygon("car", points(numbers), Map.of()))));
    }

    private static List<String> polyline(double... numbers) {
        return of(
                Tool.POLYLINE,
                new Answer.Polylines(List.of(new Polyline("car", points(numbers), Map.of()))));
    }

    private static List<String> figure(Keypoint... points) {
        return of(
                Tool.KEYPOINTS,
                new Answer.Keypoints(
                        List.of(new KeypointInstance("car", List.of(points), Map.of()))));
    }

    private static List<String> mask(Integer... counts) {
        return of(
                Tool.MASK,
                new Answer.Masks(List.of(new Mask("car", 100, 50, List.of(counts), Map.of()))));
    }

    private static List<String> text(String text) {
        return transcript(text, List.of());
    }

    private static List<String> transcript(String text, List<Point> region) {
        return of(
                Tool.TRANSCRIPT,
                new Answer.Transcripts(List.of(new Transcript("car", text, region, Map.of()))));
    }

    private static List<String> turned(
            boolean allowed, double x, double y, double width, double height, double degrees) {
        Box box = new Box("car", x, y, width, height, degrees, Map.of());
        return AnswerRules.problems(
                new Answer.Boxes(List.of(box)),
                new Ontology(Tool.BOX, classes(), allowed, null),
                100,
                50);
    }

    private static List<String> of(Tool tool, Answer answer) {
        return AnswerRules.problems(answer, new Ontology(tool, classes()), 100, 50);
    }

    private static List<LabelClass> classes() {
        Skeleton skeleton = new Skeleton(List.of("head", "hand", "foot"), List.of());
        return List.of(new LabelClass("car", "Car", List.of(), skeleton));
    }

    private static List<Point> points(double... numbers) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new Point(numbers[i], numbers[i + 1]));
        }
        return points;
    }

    private static Keypoint seen(double x, double y) {
        return new Keypoint(x, y, Visibility.VISIBLE);
    }

    private static Keypoint absent() {
        return new Keypoint(0, 0, Visibility.ABSENT);
    }
}
