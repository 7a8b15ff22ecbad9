package io.assay.formats.data;

import io.assay.events.Point;
import java.util.ArrayList;
import java.util.List;

/** Outlines as files have them. */
public final class Rings {

    private Rings() {}

    /**
     * Without points that repeat the one before, and without a last one that repeats the first.
     *
     * @throws BadEntry if fewer than three points are left
     */
    public static List<Point> open(String what, List<Point> points) throws BadEntry {
        List<Point> open = new ArrayList<>();
        for (Point point : points) {
            if (open.isEmpty() || !open.getLast().equals(point)) {
                open.add(point);
            }
        }
        while (open.size() > 1 && open.getLast().equals(open.getFirst())) {
            open.removeLast();
        }
        if (open.size() < 3) {
            throw BadEntry.unexpected(what, open.size() + " points", "an outline of 3 or more");
        }
        return open;
    }
}
