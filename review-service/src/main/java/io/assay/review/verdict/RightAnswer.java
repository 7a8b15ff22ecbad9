package io.assay.review.verdict;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.KeypointInstance;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Polyline;
import io.assay.events.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The right answer in words, for training. */
final class RightAnswer {

    /** Objects that are listed; of more only the number is. */
    private static final int MAX_LISTED = 20;

    private static final int TEXT_MAX_LISTED = 100;

    private RightAnswer() {}

    static String inWords(Answer right) {
        return " The right answer is: " + words(right) + ".";
    }

    private static String words(Answer right) {
        return switch (right) {
            case Answer.Category(String classId) -> classId;
            case Answer.Tags(var classIds) ->
                    classIds.isEmpty() ? "no tag" : String.join(", ", classIds);
            case Answer.Boxes(var boxes) -> list("no box", boxes, RightAnswer::box);
            case Answer.Polygons(var polygons) ->
                    list("no outline", polygons, RightAnswer::polygon);
            case Answer.Polylines(var lines) -> list("no line", lines, RightAnswer::line);
            case Answer.Keypoints(var figures) -> list("no figure", figures, RightAnswer::figure);
            case Answer.Masks(var masks) -> list("no area", masks, RightAnswer::mask);
            case Answer.Transcripts(var texts) -> list("no text", texts, RightAnswer::text);
            case Answer.Verification(boolean correct) ->
                    correct ? "the label shown is right" : "the label shown is wrong";
        };
    }

    private static <T> String list(String none, List<T> objects, Function<T, String> words) {
        if (objects.isEmpty()) {
            return none;
        }
        String first =
                objects.stream().limit(MAX_LISTED).map(words).collect(Collectors.joining(", "));
        int left = objects.size() - MAX_LISTED;
        return left > 0 ? first + " and " + left + " more" : first;
    }

    private static String box(Box box) {
        String upright =
                String.format(
                        Locale.ROOT,
                        "%s at %.0f, %.0f, %.0f wide, %.0f high",
                        box.classId(),
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height());
        return box.degrees() == 0
                ? upright
                : upright + String.format(Locale.ROOT, ", turned by %.0f°", box.degrees());
    }

    private static String polygon(Polygon polygon) {
        return String.format(
                Locale.ROOT, "%s around %s", polygon.classId(), middle(polygon.points()));
    }

    private static String line(Polyline line) {
        Point from = line.points().getFirst();
        Point to = line.points().getLast();
        return String.format(
                Locale.ROOT,
                "%s from %.0f, %.0f to %.0f, %.0f",
                line.classId(),
                from.x(),
                from.y(),
                to.x(),
                to.y());
    }

    private static String figure(KeypointInstance figure) {
        List<Point> there =
                figure.points().stream()
                        .filter(point -> point.visibility() != Keypoint.Visibility.ABSENT)
                        .map(point -> new Point(point.x(), point.y()))
                        .toList();
        return String.format(
                Locale.ROOT,
                "%s with %d points around %s",
                figure.classId(),
                there.size(),
                middle(there));
    }

    private static String mask(Mask mask) {
        long pixels = 0;
        for (int i = 1; i < mask.counts().size(); i += 2) {
            pixels += mask.counts().get(i);
        }
        return String.format(Locale.ROOT, "%s of %d pixels", mask.classId(), pixels);
    }

    private static String text(Transcript transcript) {
        String text = transcript.text();
        int end = Math.min(TEXT_MAX_LISTED, text.length());
        String beginning =
                text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, end)));
        return String.format(Locale.ROOT, "%s \"%s\"", transcript.classId(), beginning);
    }

    private static String middle(List<Point> points) {
        double x = points.stream().mapToDouble(Point::x).average().orElse(0);
        double y = points.stream().mapToDouble(Point::y).average().orElse(0);
        return String.format(Locale.ROOT, "%.0f, %.0f", x, y);
    }
}
