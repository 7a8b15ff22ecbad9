package io.assay.truth.consensus;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.Keypoint.Visibility;
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
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid answers of each tool. */
final class AnyAnswers {

    private AnyAnswers() {}

    static Arbitrary<Answer> of(Tool tool, List<String> classes) {
        Arbitrary<String> ids = Arbitraries.of(classes);
        return switch (tool) {
            case CATEGORY -> ids.map(Answer.Category::new);
            case TAGS -> ids.set().map(named -> new Answer.Tags(new TreeSet<>(named)));
            case BOX -> boxes(ids).list().ofMaxSize(5).map(Answer.Boxes::new);
            case POLYGON ->
                    Combinators.combine(ids, outlines(), attributes())
                            .as(Polygon::new)
                            .list()
                            .ofMaxSize(5)
                            .map(Answer.Polygons::new);
            case POLYLINE ->
                    Combinators.combine(ids, lines(), attributes())
                            .as(Polyline::new)
                            .list()
                            .ofMaxSize(5)
                            .map(Answer.Polylines::new);
            case KEYPOINTS ->
                    Combinators.combine(ids, figures(), attributes())
                            .as(KeypointInstance::new)
                            .list()
                            .ofMaxSize(4)
                            .map(Answer.Keypoints::new);
            case MASK -> masks(ids).list().ofMaxSize(4).map(Answer.Masks::new);
            case TRANSCRIPT -> texts(ids).list().ofMaxSize(4).map(Answer.Transcripts::new);
            case VERIFICATION -> Arbitraries.of(true, false).map(Answer.Verification::new);
        };
    }

    private static Arbitrary<Map<String, String>> attributes() {
        return Arbitraries.of(Map.of(), Map.of("colour", "red"), Map.of("colour", "blue"));
    }

    private static Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 60);
    }

    private static Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(5, 60);
    }

    private static Arbitrary<Box> boxes(Arbitrary<String> ids) {
        return Combinators.combine(
                        ids,
                        places(),
                        places(),
                        sizes(),
                        sizes(),
                        Arbitraries.of(0.0, 0.0, 30.0, -75.0, 180.0),
                        attributes())
                .as(
                        (id, x, y, width, height, turned, attributes) ->
                                new Box(
                                        id,
                                        x,
                                        y,
                                        width,
                                        height,
                                        turned == 0 ? null : turned,
                                        attributes));
    }

    /** Regular polygons. */
    private static Arbitrary<List<Point>> outlines() {
        return Combinators.combine(
                        places(), places(), sizes(), Arbitraries.integers().between(3, 12))
                .as(
                        (x, y, radius, corners) ->
                                IntStream.range(0, corners)
                                        .mapToDouble(i -> 2 * Math.PI * i / corners)
                                        .mapToObj(
                                                a ->
                                                        new Point(
                                                                x + radius * Math.cos(a),
                                                                y + radius * Math.sin(a)))
                                        .toList());
    }

    private static Arbitrary<List<Point>> lines() {
        return Combinators.combine(places(), places())
                .as((x, y) -> new Point(x, y))
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    private static Arbitrary<List<Keypoint>> figures() {
        return Combinators.combine(places(), places(), Arbitraries.of(Visibility.class))
                .as(
                        (x, y, visibility) ->
                                visibility == Visibility.ABSENT
                                        ? new Keypoint(0, 0, visibility)
                                        : new Keypoint(x, y, visibility))
                .list()
                .ofSize(3)
                .filter(points -> points.stream().anyMatch(AnyAnswers::isThere));
    }

    private static boolean isThere(Keypoint point) {
        return point.visibility() != Visibility.ABSENT;
    }

    private static Arbitrary<Mask> masks(Arbitrary<String> ids) {
        return Combinators.combine(
                        ids,
                        Arbitraries.of(true, false)
                                .list()
                                .ofSize(30)
                                .filter(pixels -> pixels.contains(true)),
                        attributes())
                .as((id, pixels, attributes) -> new Mask(id, 5, 6, counts(pixels), attributes));
    }

    static Answer.Tags tags(String... classIds) {
        return new Answer.Tags(new TreeSet<>(List.of(classIds)));
    }

    static List<Integer> counts(List<Boolean> pixels) {
        List<Integer> counts = new ArrayList<>();
        boolean inside = false;
        int run = 0;
        for (boolean pixel : pixels) {
            if (pixel != inside) {
                counts.add(run);
                inside = pixel;
                run = 0;
            }
            run++;
        }
        counts.add(run);
        return counts;
    }

    private static Arbitrary<Transcript> texts(Arbitrary<String> ids) {
        return Combinators.combine(
                        ids, Arbitraries.of("STOP", "Halt!", "Exit 12"), outlines(), attributes())
                .as(Transcript::new);
    }
}
