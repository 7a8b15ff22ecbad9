package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;
import io.assay.truth.shape.Weighted;
import java.util.Comparator;
import org.locationtech.jts.geom.Envelope;

/**
 * An object and who drew it.
 *
 * @param voter their place among the votes
 */
record DrawnObject<S extends Shape<S>>(int voter, DrawingSkill skill, S shape) {

    double trust() {
        return skill.trust();
    }

    /** What the others would have drawn in its place, as far as their habits show. */
    Weighted<S> weighted() {
        return new Weighted<>(shape.without(skill.edgeBias()), trust());
    }

    /** By class and place, so that the order within an answer makes no difference. */
    static <S extends Shape<S>> Comparator<S> byPlace() {
        return Comparator.<S, String>comparing(Shape::classId)
                .thenComparingDouble(shape -> shape.reach().getMinX())
                .thenComparingDouble(shape -> shape.reach().getMinY())
                .thenComparingDouble(shape -> shape.reach().getMaxX())
                .thenComparingDouble(shape -> shape.reach().getMaxY())
                .thenComparing(shape -> shape.attributes().toString());
    }

    boolean mayMatch(DrawnObject<S> other) {
        return voter != other.voter && shape.reach().intersects(other.shape.reach());
    }

    /**
     * How far the rectangles around both overlap: cheap, and good enough to choose whom to compare.
     */
    double nearness(DrawnObject<S> other) {
        Envelope mine = shape.reach();
        Envelope theirs = other.shape.reach();
        double common = mine.intersection(theirs).getArea();
        return common > 0 ? common / (mine.getArea() + theirs.getArea() - common) : 0;
    }
}
