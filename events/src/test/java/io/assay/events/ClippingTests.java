package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClippingTests {

    private static Answer clipped(Answer answer) {
        return Clipping.clipped(answer, 100, 50);
    }

    private static Answer box(double x, double y, double width, double height) {
        return new Answer.Boxes(List.of(new Box("car", x, y, width, height)));
    }

    private static Answer outline(Point... points) {
        return new Answer.Polygons(List.of(new Polygon("car", List.of(points), Map.of())));
    }

    @Test
    void whatRoundingPutOutsideIsBroughtBackToTheEdge() {
        assertThat(clipped(box(-0.5, -0.25, 100.75, 50.5))).isEqualTo(box(0, 0, 100, 50));
        assertThat(clipped(outline(new Point(-0.5, 0), new Point(100.5, 0), new Point(9, 50.1))))
                .isEqualTo(outline(new Point(0, 0), new Point(100, 0), new Point(9, 50)));
    }

    @Test
    void whatIsWithinOrFurtherOutStaysAsItIs() {
        Answer within = box(10.1, 20.2, 30.3, 9.9);
        Answer outside = box(-0.6, 0, 10, 10);

        assertThat(clipped(within)).isSameAs(within);
        assertThat(clipped(outside)).isEqualTo(outside);
        assertThat(clipped(outline(new Point(101, 0), new Point(0, 1), new Point(1, 1))))
                .isEqualTo(outline(new Point(101, 0), new Point(0, 1), new Point(1, 1)));
    }

    @Test
    void theOtherKindsToo() {
        Answer figure =
                new Answer.Keypoints(
                        List.of(
                                new KeypointInstance(
                                        "car",
                                        List.of(
                                                new Keypoint(100.4, 2, Keypoint.Visibility.VISIBLE),
                                                new Keypoint(0, 0, Keypoint.Visibility.ABSENT)),
                                        Map.of())));
        Answer line =
                new Answer.Polylines(
                        List.of(
                                new Polyline(
                                        "car",
                                        List.of(new Point(-0.1, 1), new Point(5, 50.2)),
                                        Map.of())));

        assertThat(((Answer.Keypoints) clipped(figure)).figures().getFirst().points().getFirst())
                .isEqualTo(new Keypoint(100, 2, Keypoint.Visibility.VISIBLE));
        assertThat(((Answer.Polylines) clipped(line)).polylines().getFirst().points())
                .containsExactly(new Point(0, 1), new Point(5, 50));
    }

    @Test
    void turnedBoxesMayReachOverTheEdge() {
        Answer turned = new Answer.Boxes(List.of(new Box("car", -0.2, 1, 10, 5, 30.0, Map.of())));

        assertThat(clipped(turned)).isSameAs(turned);
    }

    @Test
    void withoutASizeThereIsNoFarEdge() {
        assertThat(Clipping.clipped(box(-0.5, 0, 1000, 10), null, null))
                .isEqualTo(box(0, 0, 999.5, 10));
    }

    @Test
    void specksAreNoObjects() {
        Ontology boxes = new Ontology(Tool.BOX, List.of(new LabelClass("car", "Car")));
        Ontology outlines = new Ontology(Tool.POLYGON, List.of(new LabelClass("car", "Car")));
        Answer speck = outline(new Point(1, 1), new Point(1.1, 1), new Point(1, 1.1));

        assertThat(AnswerRules.problems(box(1, 1, 1e-9, 5), boxes, 100, 50))
                .containsExactly("boxes[0] x: size 1.0E-9 (expected: finite, 0.1 pixels or more)");
        assertThat(AnswerRules.problems(box(1, 1, 0.1, 0.1), boxes, 100, 50)).isEmpty();
        assertThat(AnswerRules.problems(speck, outlines, 100, 50))
                .singleElement()
                .asString()
                .contains("square pixels or more");
    }
}
