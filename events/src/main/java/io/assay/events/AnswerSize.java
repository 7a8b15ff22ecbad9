package io.assay.events;

import java.util.List;
import java.util.Map;

/** How long an answer is as JSON, so that an event may hold two of them. */
final class AnswerSize {

    /** Names, brackets and commas around an object's values, and some to spare. */
    private static final int AROUND = 120;

    private static final int AROUND_TEXT = 6;
    private static final int ESCAPED = 6;

    private AnswerSize() {}

    /** In bytes; a little more than it is. */
    static long bytes(Answer answer) {
        return AROUND
                + switch (answer) {
                    case Answer.Category(var classId) -> text(classId);
                    case Answer.Tags(var classIds) ->
                            classIds.stream().mapToLong(AnswerSize::text).sum();
                    case Answer.Boxes(var boxes) ->
                            boxes.stream().mapToLong(AnswerSize::bytes).sum();
                    case Answer.Polygons(var polygons) ->
                            polygons.stream()
                                    .mapToLong(
                                            p ->
                                                    object(p.classId(), p.attributes())
                                                            + points(p.points()))
                                    .sum();
                    case Answer.Polylines(var polylines) ->
                            polylines.stream()
                                    .mapToLong(
                                            p ->
                                                    object(p.classId(), p.attributes())
                                                            + points(p.points()))
                                    .sum();
                    case Answer.Keypoints(var figures) ->
                            figures.stream().mapToLong(AnswerSize::bytes).sum();
                    case Answer.Masks(var masks) ->
                            masks.stream().mapToLong(AnswerSize::bytes).sum();
                    case Answer.Transcripts(var transcripts) ->
                            transcripts.stream()
                                    .mapToLong(
                                            t ->
                                                    object(t.classId(), t.attributes())
                                                            + text(t.text())
                                                            + points(t.region()))
                                    .sum();
                    case Answer.Verification _ -> 0;
                };
    }

    private static long bytes(Box box) {
        return object(box.classId(), box.attributes())
                + number(box.x())
                + number(box.y())
                + number(box.width())
                + number(box.height())
                + number(box.degrees());
    }

    private static long bytes(Figure figure) {
        long points =
                figure.points().stream()
                        .mapToLong(
                                point ->
                                        number(point.x())
                                                + number(point.y())
                                                + "{\"x\":\"y\":\"visibility\":\"visible\"},"
                                                        .length())
                        .sum();
        return object(figure.classId(), figure.attributes()) + points;
    }

    private static long bytes(Mask mask) {
        return object(mask.classId(), mask.attributes())
                + mask.counts().stream()
                        .mapToLong(run -> Integer.toString(run).length() + 1L)
                        .sum();
    }

    private static long object(String classId, Map<String, String> attributes) {
        return AROUND
                + text(classId)
                + attributes.entrySet().stream()
                        .mapToLong(entry -> text(entry.getKey()) + text(entry.getValue()))
                        .sum();
    }

    private static long points(List<Point> points) {
        return points.stream().mapToLong(p -> number(p.x()) + number(p.y()) + 3L).sum();
    }

    /** With the comma after it. */
    private static long number(double value) {
        return Double.toString(value).length() + 1L;
    }

    private static long text(String text) {
        return AROUND_TEXT + text.chars().mapToLong(AnswerSize::bytes).sum();
    }

    /** Of a char; a pair of them is one of four bytes. */
    private static long bytes(int c) {
        if (c < ' ') {
            return ESCAPED;
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        return c < 0x800 ? 2 : 3;
    }
}
