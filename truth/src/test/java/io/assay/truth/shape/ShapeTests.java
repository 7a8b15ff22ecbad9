package io.assay.truth.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.Keypoint.Visibility;
import io.assay.events.KeypointInstance;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Polyline;
import io.assay.events.Transcript;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class ShapeTests {
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void uprightBoxesOverlapByIntersectionOverUnion() {
        assertThat(box(0, 0, 100, 100, 0).similarity(box(50, 0, 100, 100, 0)))
                .isCloseTo(1.0 / 3, CLOSE);
        assertThat(box(0, 0, 100, 100, 0).similarity(box(100, 0, 100, 100, 0))).isZero();
    }

    @Test
    void aSquareTurnedByAnEighthOverlapsByAnOctagon() {
        double octagon = 2 * (Math.sqrt(2) - 1) * 100 * 100;

        assertThat(box(0, 0, 100, 100, 0).similarity(box(0, 0, 100, 100, 45)))
                .isCloseTo(octagon / (2 * 100 * 100 - octagon), CLOSE);
    }

    @Test
    void turningGoesClockwiseAroundTheCentre() {
        // 100 × 20 around 50, 50, turned by a quarter: 20 × 100
        assertThat(box(0, 40, 100, 20, 90).similarity(box(40, 0, 20, 100, 0))).isCloseTo(1, CLOSE);
        // y grows downwards, so what pointed right then points down, too
        Coordinate topRight = Outline.of(box(0, 45, 100, 10, 45).box()).corner(1);
        assertThat(topRight.x).isCloseTo(50 + 55 / Math.sqrt(2), CLOSE);
        assertThat(topRight.y).isCloseTo(50 + 45 / Math.sqrt(2), CLOSE);
    }

    @Test
    void theMiddleOfTurnedBoxesIsTheMedianWhicheverSideTheyAreToldFrom() {
        BoxShape middle =
                merge(
                        BoxShape.KIND,
                        List.of(
                                box(0, 0, 100, 40, 30),
                                box(2, 0, 100, 40, -150),
                                // a quarter further with its sides exchanged: 100 × 40 by 34
                                box(31, -30, 40, 100, 124)));

        assertThat(middle.box().degrees()).isCloseTo(30, CLOSE);
        assertThat(middle.box().width()).isEqualTo(100);
        assertThat(middle.box().height()).isEqualTo(40);
        assertThat(middle.box().x()).isEqualTo(1);
        assertThat(middle.box().y()).isEqualTo(0);
    }

    @Test
    void outlinesOverlapByIntersectionOverUnion() {
        assertThat(outline(0, 0, 100).similarity(outline(0, 50, 100))).isCloseTo(1.0 / 3, CLOSE);
        assertThat(outline(0, 0, 100).similarity(outline(0, 0, 100))).isEqualTo(1);
        assertThat(outline(0, 0, 100).similarity(outline(200, 0, 100))).isZero();
    }

    @Test
    void theMiddleOfOutlinesIsTheOneNearestToAll() {
        PolygonShape middle =
                merge(
                        PolygonShape.KIND,
                        List.of(outline(30, 0, 100), outline(0, 0, 100), outline(4, 0, 100)));

        assertThat(middle.polygon().points().getFirst()).isEqualTo(new Point(4, 0));
    }

    @Test
    void linesAreAsSimilarAsTheyRunClose() {
        PolylineShape line = line(new Point(0, 0), new Point(200, 0));

        assertThat(line.similarity(line(new Point(200, 0), new Point(100, 0), new Point(0, 0))))
                .isCloseTo(1, CLOSE);
        assertThat(line.similarity(line(new Point(0, 10), new Point(200, 10))))
                .isCloseTo(0.5, CLOSE);
        assertThat(line.likeness(line(new Point(0, 10), new Point(200, 10))))
                .isCloseTo(0.5, within(0.1));
        assertThat(line.similarity(line(new Point(0, 25), new Point(200, 25)))).isZero();
        assertThat(line.similarity(line(new Point(0, 0), new Point(100, 0)))).isLessThan(0.5);
    }

    @Test
    void figuresAreComparedByObjectKeypointSimilarity() {
        KeypointShape right = figure(seen(0, 0), seen(100, 0), seen(100, 100));
        // scale² = (100² + 100²) / 2, so with k = 0.1 ten pixels are one standard deviation
        KeypointShape off = figure(seen(0, 0), seen(100, 0), seen(100, 110));

        double scale = (100 * 100 + (100 * 100 + 110 * 110) / 2.0) / 2;
        assertThat(right.similarity(right)).isEqualTo(1);
        assertThat(right.similarity(off))
                .isCloseTo((2 + Math.exp(-100 / (2 * scale * 0.01))) / 3, CLOSE);
        assertThat(right.similarity(figure(seen(0, 0), seen(100, 0), ABSENT)))
                .isCloseTo(2.0 / 3, within(0.01));
    }

    @Test
    void theMiddleOfFiguresIsMadePointByPoint() {
        KeypointShape middle =
                merge(
                        KeypointShape.KIND,
                        List.of(
                                figure(seen(0, 0), seen(100, 0), ABSENT),
                                figure(seen(2, 0), hidden(104, 0), ABSENT),
                                figure(seen(50, 0), hidden(102, 0), seen(100, 100))));

        assertThat(middle.figure().points()).containsExactly(seen(2, 0), hidden(102, 0), ABSENT);
    }

    @Test
    void masksOverlapByTheirPixels() {
        // 4 × 3: columns of three
        MaskShape left = mask(0, 6, 6);
        MaskShape middle = mask(3, 6, 3);

        assertThat(left.similarity(middle)).isCloseTo(1.0 / 3, CLOSE);
        assertThat(left.similarity(left)).isEqualTo(1);
        assertThat(left.similarity(mask(6, 6))).isZero();
        assertThat(left.reach().getMaxX()).isEqualTo(2);
        assertThat(mask(4, 1, 7).reach().getMinY()).isEqualTo(1);
        assertThat(mask(4, 1, 7).reach().getMaxY()).isEqualTo(2);
    }

    @Test
    void theMiddleOfMasksIsWhatMostPainted() {
        assertThat(
                        merge(MaskShape.KIND, List.of(mask(0, 6, 6), mask(1, 6, 5), mask(2, 6, 4)))
                                .mask())
                .isEqualTo(mask(1, 6, 5).mask());
        assertThat(
                        merge(
                                        MaskShape.KIND,
                                        List.of(mask(0, 1, 11), mask(1, 1, 10), mask(2, 1, 9)))
                                .mask())
                .isEqualTo(mask(0, 1, 11).mask());
    }

    @Test
    void theMiddleOfTextsIsTheOneNearestToAll() {
        TranscriptShape middle =
                merge(
                        TranscriptShape.KIND,
                        List.of(text("EX1T 12"), text("EXIT 12"), text("EXIT I2")));

        assertThat(middle.transcript().text()).isEqualTo("EXIT 12");
    }

    @Test
    void whoIsTrustedMoreWeighsMore() {
        BoxShape middle =
                BoxShape.KIND
                        .merge()
                        .merged(
                                List.of(
                                        new Weighted<>(box(0, 0, 10, 10, 0), 0.95),
                                        new Weighted<>(box(4, 4, 10, 10, 0), 0.4),
                                        new Weighted<>(box(5, 5, 10, 10, 0), 0.4)),
                                Map.of("a", "b"));

        // half of 1.75 lies between the middles of the first two weights, 0.475 and 1.15
        assertThat(middle.box().x()).isCloseTo(4 * 0.4 / 0.675, CLOSE);
        assertThat(middle.box().width()).isCloseTo(10, CLOSE);
        assertThat(middle.attributes()).isEqualTo(Map.of("a", "b"));
    }

    private static final Keypoint ABSENT = new Keypoint(0, 0, Visibility.ABSENT);

    private static <S extends Shape<S>> S merge(ShapeKind<S> kind, List<S> drawn) {
        return kind.merge()
                .merged(drawn.stream().map(one -> new Weighted<>(one, 0.8)).toList(), Map.of());
    }

    private static BoxShape box(double x, double y, double width, double height, double turned) {
        return BoxShape.of(
                new Box("c", x, y, width, height, turned == 0 ? null : turned, Map.of()));
    }

    private static PolygonShape outline(double x, double y, double size) {
        return PolygonShape.of(
                new Polygon(
                        "c",
                        List.of(
                                new Point(x, y),
                                new Point(x + size, y),
                                new Point(x + size, y + size),
                                new Point(x, y + size)),
                        Map.of()));
    }

    private static PolylineShape line(Point... points) {
        return PolylineShape.of(new Polyline("c", List.of(points), Map.of()));
    }

    private static KeypointShape figure(Keypoint... points) {
        return KeypointShape.of(new KeypointInstance("c", List.of(points), Map.of()));
    }

    private static Keypoint seen(double x, double y) {
        return new Keypoint(x, y, Visibility.VISIBLE);
    }

    private static Keypoint hidden(double x, double y) {
        return new Keypoint(x, y, Visibility.HIDDEN);
    }

    private static MaskShape mask(Integer... counts) {
        return MaskShape.of(new Mask("c", 4, 3, List.of(counts), Map.of()));
    }

    private static TranscriptShape text(String text) {
        return TranscriptShape.of(new Transcript("c", text, List.of(), Map.of()));
    }
}
