package io.assay.truth.shape;

import io.assay.events.Answer;
import io.assay.events.Polygon;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/** An outline; the same as another if the areas overlap by half (intersection over union). */
record PolygonShape(Polygon polygon, Outline outline) implements Shape<PolygonShape> {

    public static final ShapeKind<PolygonShape> KIND =
            new ShapeKind<>(
                    answer ->
                            ((Answer.Polygons) answer)
                                    .polygons().stream().map(PolygonShape::of).toList(),
                    PolygonShape::merged,
                    shapes ->
                            new Answer.Polygons(
                                    shapes.stream().map(PolygonShape::polygon).toList()));

    static PolygonShape of(Polygon polygon) {
        return new PolygonShape(polygon, Outline.of(polygon.points()));
    }

    @Override
    public String classId() {
        return polygon.classId();
    }

    @Override
    public Map<String, String> attributes() {
        return polygon.attributes();
    }

    @Override
    public Envelope reach() {
        return outline.bounds();
    }

    @Override
    public double similarity(PolygonShape other) {
        return outline.overlap(other.outline);
    }

    @Override
    public double likeness(PolygonShape other) {
        return outline.roughOverlap(other.outline);
    }

    /** The medoid: outlines of different people have different points. */
    private static PolygonShape merged(
            List<Weighted<PolygonShape>> drawn, Map<String, String> attributes) {
        PolygonShape best = Medoid.of(drawn, PolygonShape::likeness);
        return of(new Polygon(best.classId(), best.polygon.points(), attributes));
    }
}
