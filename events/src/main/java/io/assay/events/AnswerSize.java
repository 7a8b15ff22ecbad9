package io.assay.events;

import java.util.List;

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
                    case Answer.Annotated<?> annotated ->
                            annotated.annotations().stream().mapToLong(AnswerSize::bytes).sum();
                    case Answer.Verification _ -> 0;
                };
    }

    private static long bytes(Annotation annotation) {
        return AROUND
                + text(annotation.classId())
                + annotation.attributes().entrySet().stream()
                        .mapToLong(entry -> text(entry.getKey()) + text(entry.getValue()))
                        .sum()
                + geometry(annotation);
    }

    private static long geometry(Annotation annotation) {
        return switch (annotation) {
            case Box box ->
                    number(box.x())
                            + number(box.y())
                            + number(box.width())
                            + number(box.height())
                            + number(box.degrees());
            case Polygon polygon -> points(polygon.points());
            case Polyline polyline -> points(polyline.points());
            case KeypointInstance instance ->
                    instance.points().stream().mapToLong(AnswerSize::bytes).sum();
            case Mask mask ->
                    mask.counts().stream()
                            .mapToLong(run -> Integer.toString(run).length() + 1L)
                            .sum();
            case Transcript transcript -> text(transcript.text()) + points(transcript.region());
        };
    }

    private static long bytes(Keypoint point) {
        return number(point.x())
                + number(point.y())
                + "{\"x\":\"y\":\"visibility\":\"visible\"},".length();
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
