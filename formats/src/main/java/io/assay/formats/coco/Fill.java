package io.assay.formats.coco;

import io.assay.events.Point;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.MaskPixels;
import io.assay.formats.data.PictureSize;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Fills outlines: a pixel is inside if its centre is. */
final class Fill {

    /** Sides times rows, so that one outline does not take a processor for itself. */
    private static final long MAX_STEPS = 50_000_000;

    private Fill() {}

    /**
     * The runs of all parts together.
     *
     * @throws BadEntry if one part lies over another: whether that is a hole, COCO does not say
     */
    static List<Integer> counts(List<List<Point>> parts, PictureSize size) throws BadEntry {
        if (!MaskPixels.fits(size.width(), size.height())) {
            throw BadEntry.unexpected(
                    "size",
                    size.width() + " × " + size.height(),
                    "at most " + MaskPixels.MAX_PIXELS + " pixels to fill an outline");
        }
        long sides = parts.stream().mapToLong(List::size).sum();
        if (sides * size.height() > MAX_STEPS) {
            throw BadEntry.unexpected("segmentation", sides + " points", "fewer to fill");
        }
        BitSet rows = new BitSet(size.width() * size.height());
        for (List<Point> part : parts) {
            BitSet own = new BitSet(size.width() * size.height());
            for (int y = 0; y < size.height(); y++) {
                row(part, y, size.width(), own);
            }
            if (own.intersects(rows)) {
                throw new BadEntry(
                        "segmentation: a part over another, which may be a hole (expected: parts"
                                + " side by side, or run lengths)");
            }
            rows.or(own);
        }
        return MaskPixels.counts(rows, size.width(), size.height());
    }

    private static void row(List<Point> outline, int y, int width, BitSet rows) {
        double middle = y + 0.5;
        double[] crossings =
                IntStream.range(0, outline.size())
                        .filter(i -> crosses(outline, i, middle))
                        .mapToDouble(i -> crossing(outline, i, middle))
                        .sorted()
                        .toArray();
        for (int i = 0; i + 1 < crossings.length; i += 2) {
            int from = Math.max(0, (int) Math.ceil(crossings[i] - 0.5));
            int to = Math.min(width, (int) Math.ceil(crossings[i + 1] - 0.5));
            if (from < to) {
                rows.set(y * width + from, y * width + to);
            }
        }
    }

    private static Point next(List<Point> outline, int i) {
        return outline.get((i + 1) % outline.size());
    }

    private static boolean crosses(List<Point> outline, int i, double y) {
        return outline.get(i).y() <= y != next(outline, i).y() <= y;
    }

    private static double crossing(List<Point> outline, int i, double y) {
        Point a = outline.get(i);
        Point b = next(outline, i);
        return a.x() + (y - a.y()) * (b.x() - a.x()) / (b.y() - a.y());
    }
}
