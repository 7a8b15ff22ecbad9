package io.assay.truth.shape;

import io.assay.events.Answer;
import io.assay.events.Keypoint;
import io.assay.events.Keypoint.Visibility;
import io.assay.events.KeypointInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * A figure of named points. Similarity is the object keypoint similarity of COCO (Lin et al.,
 * "Microsoft COCO", 2014; <a href="https://cocodataset.org/#keypoints-eval">keypoint
 * evaluation</a>): the mean over the points of
 *
 * <pre>exp(−d² / (2 s² k²))</pre>
 *
 * <p>where <i>d</i> is how far a point is off, <i>s</i> the figure's scale and <i>k</i> how far
 * people are usually off. A point that only one of the two has counts 0. Other than in COCO,
 * <i>k</i> is the same for every point, as skeletons are the projects' own, and <i>s</i>² is half
 * the square of the diagonal around the points: the area, if that is a square, but not nothing if
 * it is a line.
 *
 * @param scale squared
 */
record KeypointShape(KeypointInstance figure, double scale, Envelope reach)
        implements Shape<KeypointShape> {

    public static final ShapeKind<KeypointShape> KIND =
            new ShapeKind<>(
                    answer ->
                            ((Answer.Keypoints) answer)
                                    .figures().stream().map(KeypointShape::of).toList(),
                    KeypointShape::merged,
                    shapes ->
                            new Answer.Keypoints(
                                    shapes.stream().map(KeypointShape::figure).toList()));

    /** Twice 0.05; COCO's range from 0.05 for an eye to 0.21 for a hip. */
    private static final double K = 0.1;

    /** In pixels: figures of a single point have a size, too. */
    private static final double MIN_SCALE = 50;

    static KeypointShape of(KeypointInstance figure) {
        Envelope extent = new Envelope();
        figure.points().stream()
                .filter(KeypointShape::isThere)
                .forEach(point -> extent.expandToInclude(point.x(), point.y()));
        double diagonal = extent.getDiameter();
        double scale = Math.max(diagonal * diagonal / 2, MIN_SCALE * MIN_SCALE);
        // farther off than three times the usual, a point adds next to nothing
        extent.expandBy(3 * K * Math.sqrt(scale));
        return new KeypointShape(figure, scale, extent);
    }

    private static boolean isThere(Keypoint point) {
        return point.visibility() != Visibility.ABSENT;
    }

    @Override
    public String classId() {
        return figure.classId();
    }

    @Override
    public Map<String, String> attributes() {
        return figure.attributes();
    }

    @Override
    public double similarity(KeypointShape other) {
        List<Keypoint> mine = figure.points();
        List<Keypoint> theirs = other.figure.points();
        if (mine.size() != theirs.size() || !reach.intersects(other.reach)) {
            return 0;
        }
        double sum = 0;
        int there = 0;
        for (int i = 0; i < mine.size(); i++) {
            if (isThere(mine.get(i)) && isThere(theirs.get(i))) {
                sum += closeness(mine.get(i), theirs.get(i), (scale + other.scale) / 2);
            }
            there += isThere(mine.get(i)) || isThere(theirs.get(i)) ? 1 : 0;
        }
        return there == 0 ? 0 : sum / there;
    }

    private static double closeness(Keypoint a, Keypoint b, double scale) {
        double dx = a.x() - b.x();
        double dy = a.y() - b.y();
        return Math.exp(-(dx * dx + dy * dy) / (2 * scale * K * K));
    }

    /** Point by point; the heaviest's figure if no point is left. */
    private static KeypointShape merged(
            List<Weighted<KeypointShape>> drawn, Map<String, String> attributes) {
        KeypointInstance heaviest = Weighted.heaviest(drawn).value().figure;
        int size = heaviest.points().size();
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int place = i;
            points.add(
                    point(
                            drawn.stream()
                                    .filter(one -> one.value().figure.points().size() == size)
                                    .map(
                                            one ->
                                                    new Weighted<>(
                                                            one.value().figure.points().get(place),
                                                            one.weight()))
                                    .toList()));
        }
        boolean empty = points.stream().noneMatch(KeypointShape::isThere);
        return of(
                new KeypointInstance(
                        heaviest.classId(), empty ? heaviest.points() : points, attributes));
    }

    /** Absent if most say so, else at the median of those who saw it, visible if most of them. */
    private static Keypoint point(List<Weighted<Keypoint>> said) {
        List<Weighted<Keypoint>> there = said.stream().filter(one -> isThere(one.value())).toList();
        double weight = Weighted.sum(there);
        if (weight * 2 < Weighted.sum(said) || there.isEmpty()) {
            return new Keypoint(0, 0, Visibility.ABSENT);
        }
        double visible =
                Weighted.sum(
                        there.stream()
                                .filter(one -> one.value().visibility() == Visibility.VISIBLE)
                                .toList());
        return new Keypoint(
                Weighted.median(there, Keypoint::x),
                Weighted.median(there, Keypoint::y),
                visible * 2 >= weight ? Visibility.VISIBLE : Visibility.HIDDEN);
    }
}
