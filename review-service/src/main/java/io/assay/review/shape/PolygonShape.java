package io.assay.review.shape;

import io.assay.events.Answer;
import io.assay.events.Polygon;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** An outline; the same as another if the areas overlap by half (intersection over union). */
public record PolygonShape(Polygon polygon, Geometry area) implements Shape<PolygonShape> {

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
        return new PolygonShape(polygon, Areas.of(polygon.points()));
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
        return area.getEnvelopeInternal();
    }

    @Override
    public double similarity(PolygonShape other) {
        return Areas.overlap(area, other.area);
    }

    /** The medoid: outlines of different people have different points. */
    private static PolygonShape merged(
            List<Weighted<PolygonShape>> drawn, Map<String, String> attributes) {
        PolygonShape best = Medoid.of(drawn, PolygonShape::similarity);
        return of(new Polygon(best.classId(), best.polygon.points(), attributes));
    }
}
