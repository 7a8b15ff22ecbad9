package io.assay.truth.shape;

import io.assay.events.Answer;
import io.assay.events.Box;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A box; the same as another if they overlap by half (intersection over union).
 *
 * @param turned its area if it is turned, else null
 */
public record BoxShape(Box box, Envelope reach, @Nullable Outline turned)
        implements Shape<BoxShape> {

    public static final ShapeKind<BoxShape> KIND =
            new ShapeKind<>(
                    answer -> ((Answer.Boxes) answer).boxes().stream().map(BoxShape::of).toList(),
                    BoxShape::merged,
                    shapes -> new Answer.Boxes(shapes.stream().map(BoxShape::box).toList()));

    public static BoxShape of(Box box) {
        if (box.degrees() == 0) {
            Envelope edges =
                    new Envelope(box.x(), box.x() + box.width(), box.y(), box.y() + box.height());
            return new BoxShape(box, edges, null);
        }
        Outline outline = Outline.of(box);
        return new BoxShape(box, outline.bounds(), outline);
    }

    @Override
    public String classId() {
        return box.classId();
    }

    @Override
    public Map<String, String> attributes() {
        return box.attributes();
    }

    @Override
    public double similarity(BoxShape other) {
        return turned == null && other.turned == null
                ? Areas.overlap(reach, other.reach)
                : outline().overlap(other.outline());
    }

    @Override
    public double likeness(BoxShape other) {
        return turned == null && other.turned == null
                ? Areas.overlap(reach, other.reach)
                : outline().roughOverlap(other.outline());
    }

    /** RotatedBox boxes have no left or top to speak of. */
    @Override
    public EdgeBias edgeBiasFrom(BoxShape right) {
        if (turned != null || right.turned != null || right.reach.getArea() <= 0) {
            return EdgeBias.NONE;
        }
        double width = right.reach.getWidth();
        double height = right.reach.getHeight();
        return new EdgeBias(
                (reach.getMinX() - right.reach.getMinX()) / width,
                (reach.getMinY() - right.reach.getMinY()) / height,
                (reach.getMaxX() - right.reach.getMaxX()) / width,
                (reach.getMaxY() - right.reach.getMaxY()) / height);
    }

    @Override
    public BoxShape without(EdgeBias edgeBias) {
        if (turned != null || edgeBias.equals(EdgeBias.NONE)) {
            return this;
        }
        double width = reach.getWidth();
        double height = reach.getHeight();
        return between(
                reach.getMinX() - edgeBias.left() * width,
                reach.getMinY() - edgeBias.top() * height,
                reach.getMaxX() - edgeBias.right() * width,
                reach.getMaxY() - edgeBias.bottom() * height);
    }

    @Override
    public BoxShape heldWithin(List<BoxShape> drawn) {
        if (turned != null) {
            return this;
        }
        return between(
                held(drawn, Envelope::getMinX),
                held(drawn, Envelope::getMinY),
                held(drawn, Envelope::getMaxX),
                held(drawn, Envelope::getMaxY));
    }

    private double held(List<BoxShape> drawn, ToDoubleFunction<Envelope> edge) {
        DoubleSummaryStatistics span =
                drawn.stream()
                        .collect(
                                Collectors.summarizingDouble(one -> edge.applyAsDouble(one.reach)));
        return Math.clamp(edge.applyAsDouble(reach), span.getMin(), span.getMax());
    }

    /** The same box with other edges; itself if these leave nothing between them. */
    private BoxShape between(double left, double top, double right, double bottom) {
        return right > left && bottom > top
                ? of(
                        new Box(
                                classId(),
                                left,
                                top,
                                right - left,
                                bottom - top,
                                null,
                                box.attributes()))
                : this;
    }

    private Outline outline() {
        return turned == null ? Outline.of(box) : turned;
    }

    private static BoxShape merged(List<Weighted<BoxShape>> drawn, Map<String, String> attributes) {
        return drawn.stream().allMatch(one -> one.value().turned == null)
                ? middle(drawn, attributes)
                : turnedMiddle(drawn, attributes);
    }

    /** Each edge at the median of the edges. */
    private static BoxShape middle(List<Weighted<BoxShape>> drawn, Map<String, String> attributes) {
        double left = Weighted.median(drawn, one -> one.reach.getMinX());
        double top = Weighted.median(drawn, one -> one.reach.getMinY());
        double right = Weighted.median(drawn, one -> one.reach.getMaxX());
        double bottom = Weighted.median(drawn, one -> one.reach.getMaxY());
        Box heaviest = Weighted.heaviest(drawn).value().box;
        BoxShape said =
                of(
                        new Box(
                                heaviest.classId(),
                                heaviest.x(),
                                heaviest.y(),
                                heaviest.width(),
                                heaviest.height(),
                                null,
                                attributes));
        return said.between(left, top, right, bottom);
    }

    /** Centre, size and angle each at their median, after all are measured from the same side. */
    private static BoxShape turnedMiddle(
            List<Weighted<BoxShape>> drawn, Map<String, String> attributes) {
        double angle = Weighted.heaviest(drawn).value().box.degrees();
        List<Weighted<RotatedBox>> aligned =
                drawn.stream()
                        .map(
                                one ->
                                        new Weighted<>(
                                                RotatedBox.near(one.value().box, angle),
                                                one.weight()))
                        .toList();
        ToDoubleFunction<ToDoubleFunction<RotatedBox>> median =
                measure -> Weighted.median(aligned, measure);
        RotatedBox middle =
                new RotatedBox(
                        median.applyAsDouble(RotatedBox::centreX),
                        median.applyAsDouble(RotatedBox::centreY),
                        median.applyAsDouble(RotatedBox::width),
                        median.applyAsDouble(RotatedBox::height),
                        median.applyAsDouble(RotatedBox::off));
        return of(middle.box(drawn.getFirst().value().classId(), angle, attributes));
    }
}
