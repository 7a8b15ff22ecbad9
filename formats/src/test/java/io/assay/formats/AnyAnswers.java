package io.assay.formats;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.KeypointInstance;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Polyline;
import io.assay.events.Tool;
import io.assay.events.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any answer on a picture of this size, with coordinates of at most six decimals. */
record AnyAnswers(int width, int height, boolean turns) {

    Arbitrary<? extends Answer> of(Tool tool) {
        return switch (tool) {
            case CATEGORY -> classId().map(Answer.Category::new);
            case TAGS ->
                    Arbitraries.of("car", "sign-2")
                            .set()
                            .map(ids -> new Answer.Tags(new java.util.TreeSet<>(ids)));
            case BOX -> box().list().ofMaxSize(4).map(Answer.Boxes::new);
            case POLYGON -> polygon().list().ofMaxSize(3).map(Answer.Polygons::new);
            case POLYLINE -> polyline().list().ofMaxSize(3).map(Answer.Polylines::new);
            case KEYPOINTS -> figure().list().ofMaxSize(3).map(Answer.Keypoints::new);
            case MASK -> mask().list().ofMaxSize(2).map(Answer.Masks::new);
            case TRANSCRIPT -> transcript().list().ofMaxSize(3).map(Answer.Transcripts::new);
            case VERIFICATION -> Arbitraries.of(true, false).map(Answer.Verification::new);
        };
    }

    private static Arbitrary<String> classId() {
        return Arbitraries.of("car", "sign-2");
    }

    /** Whole, with two decimals, with six. */
    private static Arbitrary<Double> upTo(double most) {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, (int) most).map(i -> (double) i),
                Arbitraries.longs().between(0, (long) (most * 100)).map(i -> i / 100.0),
                Arbitraries.longs().between(0, (long) (most * 1e6)).map(i -> i / 1e6));
    }

    private Arbitrary<Point> point() {
        return Combinators.combine(upTo(width), upTo(height)).as(Point::new);
    }

    private static Arbitrary<Map<String, String>> attributes(String classId) {
        if (!classId.equals("car")) {
            return Arbitraries.just(Map.of());
        }
        return Combinators.combine(
                        Arbitraries.of("", "true", "false"),
                        Arbitraries.of("", "red", "dark blue"),
                        Arbitraries.of("", "2.50", "-3e2"),
                        Arbitraries.oneOf(Arbitraries.just(""), text()))
                .as(
                        (occluded, colour, speed, pose) -> {
                            Map<String, String> values = new TreeMap<>();
                            values.put("occluded", occluded);
                            values.put("colour", colour);
                            values.put("speed", speed);
                            values.put("pose", pose);
                            values.values().removeIf(String::isEmpty);
                            return values;
                        });
    }

    /** What people write, and what parsers stumble over. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äß€漢\n\t<>&\"';,]")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank());
    }

    private Arbitrary<Box> box() {
        Arbitrary<Double> rotation =
                turns
                        ? Arbitraries.longs()
                                .between(-179_999_999, 180_000_000)
                                .map(micro -> micro / 1e6)
                        : Arbitraries.just(0.0);
        return classId()
                .flatMap(
                        id ->
                                Combinators.combine(
                                                upTo(width - 1),
                                                upTo(height - 1),
                                                upTo(width - 1).map(w -> w + 1),
                                                upTo(height - 1).map(h -> h + 1),
                                                rotation,
                                                attributes(id))
                                        .as(
                                                (x, y, w, h, r, a) ->
                                                        box(
                                                                id,
                                                                x,
                                                                y,
                                                                Math.min(w, width - x),
                                                                Math.min(h, height - y),
                                                                r,
                                                                a)));
    }

    private static Box box(
            String id, double x, double y, double w, double h, double r, Map<String, String> a) {
        return new Box(id, x, y, micro(w), micro(h), r == 0 ? null : r, a);
    }

    private static double micro(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    private Arbitrary<Polygon> polygon() {
        return classId()
                .flatMap(
                        id ->
                                Combinators.combine(
                                                point().list()
                                                        .ofMinSize(3)
                                                        .ofMaxSize(8)
                                                        .uniqueElements(),
                                                attributes(id))
                                        .as((points, a) -> new Polygon(id, points, a)));
    }

    private Arbitrary<Polyline> polyline() {
        return classId()
                .flatMap(
                        id ->
                                Combinators.combine(
                                                point().list().ofMinSize(2).ofMaxSize(8),
                                                attributes(id))
                                        .as((points, a) -> new Polyline(id, points, a)));
    }

    private Arbitrary<KeypointInstance> figure() {
        return classId()
                .flatMap(
                        id ->
                                Combinators.combine(
                                                keypoint().list().ofSize(id.equals("car") ? 3 : 2),
                                                attributes(id))
                                        .as((points, a) -> new KeypointInstance(id, points, a)))
                .filter(
                        figure ->
                                figure.points().stream()
                                        .anyMatch(
                                                p -> p.visibility() != Keypoint.Visibility.ABSENT));
    }

    private Arbitrary<Keypoint> keypoint() {
        return Combinators.combine(point(), Arbitraries.of(Keypoint.Visibility.class))
                .as(
                        (p, visibility) ->
                                visibility == Keypoint.Visibility.ABSENT
                                        ? new Keypoint(0, 0, visibility)
                                        : new Keypoint(p.x(), p.y(), visibility));
    }

    private Arbitrary<Mask> mask() {
        int pixels = width * height;
        Arbitrary<List<Integer>> counts =
                Arbitraries.integers()
                        .between(0, pixels)
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(20)
                        .map(cuts -> counts(cuts.stream().sorted().toList(), pixels))
                        .filter(runs -> runs.size() > 1);
        return classId()
                .flatMap(
                        id ->
                                Combinators.combine(counts, attributes(id))
                                        .as((runs, a) -> new Mask(id, width, height, runs, a)));
    }

    private static List<Integer> counts(List<Integer> cuts, int pixels) {
        List<Integer> counts = new ArrayList<>();
        int at = 0;
        for (int cut : cuts) {
            counts.add(cut - at);
            at = cut;
        }
        if (at < pixels) {
            counts.add(pixels - at);
        }
        return counts;
    }

    private Arbitrary<Transcript> transcript() {
        Arbitrary<List<Point>> region =
                Arbitraries.oneOf(
                        Arbitraries.just(List.of()),
                        point().list().ofMinSize(3).ofMaxSize(6).uniqueElements());
        return classId()
                .flatMap(
                        id ->
                                Combinators.combine(text(), region, attributes(id))
                                        .as((text, at, a) -> new Transcript(id, text, at, a)));
    }
}
