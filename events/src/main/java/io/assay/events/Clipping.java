package io.assay.events;

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
        Answer clipped =
                switch (answer) {
                    case Answer.Boxes boxes -> boxes.map(box -> box(box, frame));
                    case Answer.Polygons polygons ->
                            polygons.map(
                                    p ->
                                            new Polygon(
                                                    p.classId(),
                                                    points(p.points(), frame),
                                                    p.attributes()));
                    case Answer.Polylines polylines ->
                            polylines.map(
                                    p ->
                                            new Polyline(
                                                    p.classId(),
                                                    points(p.points(), frame),
                                                    p.attributes()));
                    case Answer.Keypoints keypoints ->
                            keypoints.map(
                                    k ->
                                            new KeypointInstance(
                                                    k.classId(),
                                                    each(k.points(), p -> point(p, frame)),
                                                    k.attributes()));
                    case Answer.Transcripts transcripts ->
                            transcripts.map(
                                    t ->
                                            new Transcript(
                                                    t.classId(),
                                                    t.text(),
                                                    points(t.region(), frame),
                                                    t.attributes()));
                    case Answer.Category _, Answer.Tags _, Answer.Masks _, Answer.Verification _ ->
                            answer;
                };
        return clipped.equals(answer) ? answer : clipped;
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> clip) {
        return all.stream().map(clip).toList();
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
