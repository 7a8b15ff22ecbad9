package io.assay.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings back to the picture's edge what rounding put up to half a pixel outside, so that what is
 * stored lies within. What is further out is left as it is, for {@link AnswerRules} to refuse. A
 * turned box may reach over the edge and is left, too.
 */
public final class Clipping {

    private Clipping() {}

    /**
     * The answer, itself if there is nothing to clip.
     *
     * @param width of the picture in pixels, null where unknown: there is no far edge then
     * @param height likewise
     */
    public static Answer clipped(Answer answer, @Nullable Integer width, @Nullable Integer height) {
        Frame frame = new Frame(width, height);
        return switch (answer) {
            case Answer.Boxes(var boxes) -> {
                List<Box> clipped = each(boxes, box -> box(box, frame));
                yield same(boxes, clipped) ? answer : new Answer.Boxes(clipped);
            }
            case Answer.Polygons(var polygons) -> {
                List<Polygon> clipped =
                        each(
                                polygons,
                                p ->
                                        new Polygon(
                                                p.classId(),
                                                points(p.points(), frame),
                                                p.attributes()));
                yield same(polygons, clipped) ? answer : new Answer.Polygons(clipped);
            }
            case Answer.Polylines(var polylines) -> {
                List<Polyline> clipped =
                        each(
                                polylines,
                                p ->
                                        new Polyline(
                                                p.classId(),
                                                points(p.points(), frame),
                                                p.attributes()));
                yield same(polylines, clipped) ? answer : new Answer.Polylines(clipped);
            }
            case Answer.Keypoints(var figures) -> {
                List<Figure> clipped =
                        each(
                                figures,
                                f ->
                                        new Figure(
                                                f.classId(),
                                                each(f.points(), point -> point(point, frame)),
                                                f.attributes()));
                yield same(figures, clipped) ? answer : new Answer.Keypoints(clipped);
            }
            case Answer.Transcripts(var transcripts) -> {
                List<Transcript> clipped =
                        each(
                                transcripts,
                                t ->
                                        new Transcript(
                                                t.classId(),
                                                t.text(),
                                                points(t.region(), frame),
                                                t.attributes()));
                yield same(transcripts, clipped) ? answer : new Answer.Transcripts(clipped);
            }
            case Answer.Category _, Answer.Tags _, Answer.Masks _, Answer.Verification _ -> answer;
        };
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> clip) {
        List<T> clipped = new ArrayList<>(all.size());
        all.forEach(one -> clipped.add(clip.apply(one)));
        return clipped;
    }

    private static boolean same(List<?> before, List<?> after) {
        return before.equals(after);
    }

    private static Box box(Box box, Frame frame) {
        if (box.degrees() != 0) {
            return box;
        }
        double left = clip(box.x(), frame.width());
        double top = clip(box.y(), frame.height());
        double right = clip(box.x() + box.width(), frame.width());
        double bottom = clip(box.y() + box.height(), frame.height());
        boolean clippedX = left != box.x() || right != box.x() + box.width();
        boolean clippedY = top != box.y() || bottom != box.y() + box.height();
        return clippedX || clippedY
                ? new Box(
                        box.classId(),
                        left,
                        top,
                        clippedX ? right - left : box.width(),
                        clippedY ? bottom - top : box.height(),
                        box.rotation(),
                        box.attributes())
                : box;
    }

    private static List<Point> points(List<Point> points, Frame frame) {
        return each(
                points, p -> new Point(clip(p.x(), frame.width()), clip(p.y(), frame.height())));
    }

    private static Keypoint point(Keypoint point, Frame frame) {
        return point.visibility() == Keypoint.Visibility.ABSENT
                ? point
                : new Keypoint(
                        clip(point.x(), frame.width()),
                        clip(point.y(), frame.height()),
                        point.visibility());
    }

    private static double clip(double value, @Nullable Integer far) {
        if (value < 0 && value >= -Frame.TOLERANCE) {
            return 0;
        }
        return far != null && value > far && value <= far + Frame.TOLERANCE ? far : value;
    }
}
