package io.assay.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a shape a shape, within the picture. Counts points and runs over the whole answer. */
final class ShapeRules {

    private final Frame frame;
    private final List<String> problems;
    private final Set<String> wholePicture = new HashSet<>();
    private int points;
    private int runs;
    private int characters;

    private ShapeRules(Frame frame, List<String> problems) {
        this.frame = frame;
        this.problems = problems;
    }

    static ShapeRules of(Frame frame, List<String> problems) {
        return new ShapeRules(frame, problems);
    }

    /** A turned box may reach over the edge, as its corners do on cut objects; its centre not. */
    void box(String at, Box box, boolean mayTurn) {
        Double rotation = box.rotation();
        if (rotation != null && !mayTurn && rotation != 0) {
            problems.add(at + " rotation: " + rotation + " (expected: none in this project)");
        } else if (!(box.degrees() > -180 && box.degrees() <= 180)) {
            problems.add(at + " rotation: " + rotation + " (expected: over -180 to 180)");
        }
        if (box.degrees() != 0) {
            turnedSize(at + " x", box.width());
            turnedSize(at + " y", box.height());
            inside(at + " centre", box.x() + box.width() / 2, box.y() + box.height() / 2);
        } else {
            side(at + " x", box.x(), box.width(), frame.width());
            side(at + " y", box.y(), box.height(), frame.height());
        }
    }

    private boolean size(String at, double size) {
        boolean valid = Double.isFinite(size) && size >= AnswerRules.MIN_SIDE;
        if (!valid) {
            problems.add(
                    "%s: size %s (expected: finite, %s pixels or more)"
                            .formatted(at, size, AnswerRules.MIN_SIDE));
        }
        return valid;
    }

    /** Nothing in a picture is longer than its diagonal. */
    private void turnedSize(String at, double size) {
        if (size(at, size) && size > frame.diagonal()) {
            problems.add(
                    "%s: size %s (expected: at most %s)".formatted(at, size, frame.diagonal()));
        }
    }

    private void side(String at, double start, double size, @Nullable Integer limit) {
        if (size(at, size) && !Frame.within(start, start + size, limit)) {
            problems.add(
                    "%s: %s to %s (expected: within 0 to %s)"
                            .formatted(
                                    at, start, start + size, limit == null ? "the edge" : limit));
        }
    }

    void outline(String at, List<Point> outline) {
        if (count(at, outline.size(), 3) && inside(at, outline)) {
            Outlines.problem(outline).ifPresent(problem -> problems.add(at + " " + problem));
        }
    }

    void line(String at, List<Point> line) {
        if (count(at, line.size(), 2) && inside(at, line) && line.stream().distinct().count() < 2) {
            problems.add(at + " points: all the same (expected: a line)");
        }
    }

    private boolean count(String at, int size, int least) {
        points += size;
        if (size < least || size > AnswerRules.MAX_POINTS) {
            problems.add(
                    "%s points: %d (expected: %d to %d)"
                            .formatted(at, size, least, AnswerRules.MAX_POINTS));
            return false;
        }
        return notTooMany(at + " points", points, AnswerRules.MAX_POINTS_IN_ALL);
    }

    /** What counts up to a limit over the whole answer. */
    private boolean notTooMany(String at, int soFar, int most) {
        if (soFar > most) {
            problems.add("%s: over %d in all (expected: fewer)".formatted(at, most));
        }
        return soFar <= most;
    }

    /** The first point outside is enough to tell. */
    private boolean inside(String at, List<Point> shape) {
        for (int i = 0; i < shape.size(); i++) {
            if (!inside(at + " points[" + i + "]", shape.get(i).x(), shape.get(i).y())) {
                return false;
            }
        }
        return true;
    }

    private boolean inside(String at, double x, double y) {
        boolean inside = frame.holds(x, y);
        if (!inside) {
            problems.add("%s: %s, %s (expected: %s)".formatted(at, x, y, frame));
        }
        return inside;
    }

    /**
     * @param skeleton null if its class has none, or is unknown, which is reported elsewhere
     */
    void keypoints(String at, KeypointInstance instance, @Nullable Skeleton skeleton) {
        int expected = skeleton == null ? 0 : skeleton.points().size();
        if (instance.points().size() != expected) {
            problems.add(
                    "%s points: %d (expected: %d, as its class's skeleton has)"
                            .formatted(at, instance.points().size(), expected));
            return;
        }
        points += expected;
        if (!notTooMany(at + " points", points, AnswerRules.MAX_POINTS_IN_ALL)) {
            return;
        }
        for (int i = 0; i < expected; i++) {
            keypoint(at + " points[" + i + "]", instance.points().get(i));
        }
        if (instance.points().stream()
                .allMatch(p -> p.visibility() == Keypoint.Visibility.ABSENT)) {
            problems.add(at + ": empty (expected: a point that is not absent)");
        }
    }

    private void keypoint(String at, Keypoint point) {
        if (point.visibility() != Keypoint.Visibility.ABSENT) {
            inside(at, point.x(), point.y());
        } else if (point.x() != 0 || point.y() != 0) {
            problems.add(at + ": " + point.x() + ", " + point.y() + " (expected: 0, 0 if absent)");
        }
    }

    void mask(String at, Mask mask) {
        runs += mask.counts().size();
        if (!notTooMany(at + " counts", runs, AnswerRules.MAX_RUNS)) {
            return;
        }
        if (!isSize(mask.width(), frame.width())
                || !isSize(mask.height(), frame.height())
                || (long) mask.width() * mask.height() > Integer.MAX_VALUE) {
            problems.add(
                    "%s size: %d × %d (expected: the picture's, at most %d pixels)"
                            .formatted(at, mask.width(), mask.height(), Integer.MAX_VALUE));
            return;
        }
        Masks.problem(mask).ifPresent(problem -> problems.add(at + " " + problem));
    }

    private static boolean isSize(int said, @Nullable Integer known) {
        return known == null ? said >= 1 && said <= 100_000 : said == known;
    }

    void transcript(String at, Transcript transcript) {
        text(at + " text", transcript.text());
        if (!transcript.region().isEmpty()) {
            outline(at + " region", transcript.region());
        } else if (!wholePicture.add(transcript.classId())) {
            problems.add(at + " region: none (expected: one, as there is a text without already)");
        }
    }

    private void text(String at, String text) {
        characters += text.length();
        if (text.isBlank() || text.length() > AnswerRules.MAX_TEXT) {
            problems.add(
                    "%s: %d characters (expected: 1 to %d, not only blanks)"
                            .formatted(at, text.length(), AnswerRules.MAX_TEXT));
        } else if (text.codePoints().anyMatch(ShapeRules::isUnprintable)) {
            problems.add(at + ": control characters (expected: none but line breaks)");
        } else {
            notTooMany(at + " characters", characters, AnswerRules.MAX_TEXT_IN_ALL);
        }
    }

    /** Half a surrogate pair no store could keep. */
    private static boolean isUnprintable(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= 0xD800 && c <= 0xDFFF);
    }
}
