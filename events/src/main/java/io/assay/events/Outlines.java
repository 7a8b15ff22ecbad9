package io.assay.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What makes points the outline of an area: it encloses something and does not cross itself. */
final class Outlines {

    /**
     * One side of the outline.
     *
     * @param place in the outline, from 0
     */
    private record Side(int place, Point from, Point to) {

        double left() {
            return Math.min(from.x(), to.x());
        }

        double right() {
            return Math.max(from.x(), to.x());
        }
    }

    private Outlines() {}

    static Optional<String> problem(List<Point> outline) {
        List<Side> sides = sides(outline);
        for (Side side : sides) {
            if (side.from().equals(side.to())) {
                return Optional.of(
                        "points[" + side.place() + "]: repeated (expected: another one)");
            }
        }
        if (isFlat(outline)) {
            return Optional.of("points: no area (expected: an outline)");
        }
        return crossing(sides).or(() -> speck(outline));
    }

    private static Optional<String> speck(List<Point> outline) {
        double twice = 0;
        Point origin = outline.getFirst(); // far from 0, differences keep more digits
        for (int i = 1; i + 1 < outline.size(); i++) {
            Point a = outline.get(i);
            Point b = outline.get(i + 1);
            twice +=
                    (a.x() - origin.x()) * (b.y() - origin.y())
                            - (b.x() - origin.x()) * (a.y() - origin.y());
        }
        double area = Math.abs(twice) / 2;
        return area >= AnswerRules.MIN_AREA
                ? Optional.empty()
                : Optional.of(
                        "points: area %s (expected: %s square pixels or more)"
                                .formatted(area, AnswerRules.MIN_AREA));
    }

    private static List<Side> sides(List<Point> outline) {
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < outline.size(); i++) {
            sides.add(new Side(i, outline.get(i), outline.get((i + 1) % outline.size())));
        }
        return sides;
    }

    /** All on one line. */
    private static boolean isFlat(List<Point> outline) {
        return outline.stream()
                .allMatch(point -> turn(outline.getFirst(), outline.get(1), point) == 0);
    }

    /** From left to right, so that a side is held only against those that begin before it ends. */
    private static Optional<String> crossing(List<Side> sides) {
        List<Side> sorted = sides.stream().sorted(Comparator.comparingDouble(Side::left)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Side side = sorted.get(i);
            for (int j = i + 1; j < sorted.size() && sorted.get(j).left() <= side.right(); j++) {
                if (cross(side, sorted.get(j), sides.size())) {
                    return Optional.of(
                            "points: sides %d and %d cross (expected: none do)"
                                    .formatted(side.place(), sorted.get(j).place()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean cross(Side a, Side b, int sides) {
        if ((a.place() + 1) % sides == b.place()) {
            return turnsBack(a, b);
        } else if ((b.place() + 1) % sides == a.place()) {
            return turnsBack(b, a);
        }
        return meet(a, b);
    }

    /** Neighbours share a point; they may share no more. */
    private static boolean turnsBack(Side first, Side next) {
        double along =
                (first.from().x() - first.to().x()) * (next.to().x() - next.from().x())
                        + (first.from().y() - first.to().y()) * (next.to().y() - next.from().y());
        return turn(first.from(), first.to(), next.to()) == 0 && along > 0;
    }

    private static boolean meet(Side a, Side b) {
        int ab1 = turn(a.from(), a.to(), b.from());
        int ab2 = turn(a.from(), a.to(), b.to());
        int ba1 = turn(b.from(), b.to(), a.from());
        int ba2 = turn(b.from(), b.to(), a.to());
        return (ab1 != ab2 && ba1 != ba2)
                || (ab1 == 0 && isOn(a, b.from()))
                || (ab2 == 0 && isOn(a, b.to()))
                || (ba1 == 0 && isOn(b, a.from()))
                || (ba2 == 0 && isOn(b, a.to()));
    }

    /** 1 to the left, -1 to the right, 0 straight on. */
    private static int turn(Point a, Point b, Point c) {
        return (int)
                Math.signum((b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()));
    }

    /** For a point that is known to be on the side's line. */
    private static boolean isOn(Side side, Point point) {
        return point.x() >= side.left()
                && point.x() <= side.right()
                && point.y() >= Math.min(side.from().y(), side.to().y())
                && point.y() <= Math.max(side.from().y(), side.to().y());
    }
}
