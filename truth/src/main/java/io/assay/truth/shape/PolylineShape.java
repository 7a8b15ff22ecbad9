package io.assay.truth.shape;

import io.assay.events.Answer;
import io.assay.events.Point;
import io.assay.events.Polyline;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.locationtech.jts.geom.Envelope;

/**
 * A line. Two are the less similar the farther they run apart: the mean distance from points spread
 * evenly over each to the other, as a share of their length. A distance of 5 % of the length is a
 * similarity of a half, 10 % is none. In which direction a line was drawn makes no difference.
 *
 * @param evenly points spread over the line, for measuring
 */
record PolylineShape(Polyline line, List<Point> evenly, double length, Envelope reach)
        implements Shape<PolylineShape> {

    public static final ShapeKind<PolylineShape> KIND =
            new ShapeKind<>(
                    answer ->
                            ((Answer.Polylines) answer)
                                    .polylines().stream().map(PolylineShape::of).toList(),
                    PolylineShape::merged,
                    shapes ->
                            new Answer.Polylines(
                                    shapes.stream().map(PolylineShape::line).toList()));

    /** The share of the length that lines of no similarity are apart. */
    private static final double FARTHEST = 0.1;

    static PolylineShape of(Polyline line) {
        double length = Lines.length(line.points());
        Envelope reach = new Envelope();
        line.points().forEach(point -> reach.expandToInclude(point.x(), point.y()));
        reach.expandBy(length * FARTHEST / 2);
        return new PolylineShape(line, Lines.evenly(line.points()), length, reach);
    }

    @Override
    public String classId() {
        return line.classId();
    }

    @Override
    public Map<String, String> attributes() {
        return line.attributes();
    }

    @Override
    public double similarity(PolylineShape other) {
        return similarity(other, Lines::distance);
    }

    @Override
    public double likeness(PolylineShape other) {
        return similarity(other, Lines::roughDistance);
    }

    private double similarity(
            PolylineShape other, ToDoubleBiFunction<List<Point>, List<Point>> distance) {
        if (!reach.intersects(other.reach)) {
            return 0;
        }
        double apart =
                distance.applyAsDouble(evenly, other.evenly)
                        + distance.applyAsDouble(other.evenly, evenly);
        double farthest = FARTHEST * (length + other.length);
        return Math.clamp(1 - apart / farthest, 0, 1);
    }

    /** The medoid: lines of different people have different points. */
    private static PolylineShape merged(
            List<Weighted<PolylineShape>> drawn, Map<String, String> attributes) {
        PolylineShape best = Medoid.of(drawn, PolylineShape::likeness);
        return of(new Polyline(best.classId(), best.line.points(), attributes));
    }
}
