package io.assay.formats.data;

import io.assay.events.Mask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Turns the columns of our masks into rows, as other formats have them, and back. */
public final class MaskPixels {

    /** Most pixels of a picture that are turned: 16 MB as bits. */
    public static final long MAX_PIXELS = 1L << 27;

    private MaskPixels() {}

    public static boolean fits(int width, int height) {
        return (long) width * height <= MAX_PIXELS;
    }

    /** The pixels inside, row by row. */
    public static BitSet rows(Mask mask) {
        BitSet rows = new BitSet(mask.width() * mask.height());
        int at = 0;
        boolean inside = false;
        for (int run : mask.counts()) {
            if (inside) {
                for (int pixel = at; pixel < at + run; pixel++) {
                    rows.set(pixel % mask.height() * mask.width() + pixel / mask.height());
                }
            }
            at += run;
            inside = !inside;
        }
        return rows;
    }

    /** Runs down the columns. */
    public static List<Integer> counts(BitSet rows, int width, int height) {
        List<Integer> counts = new ArrayList<>();
        boolean inside = false;
        int run = 0;
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                if (rows.get(y * width + x) != inside) {
                    counts.add(run);
                    run = 0;
                    inside = !inside;
                }
                run++;
            }
        }
        counts.add(run);
        return counts;
    }

    /** Without runs of no length but the first, which say the same in more words. */
    public static List<Integer> normal(List<Integer> counts) {
        List<Integer> normal = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            int run = counts.get(i);
            boolean inside = i % 2 == 1;
            boolean lastIsInside = normal.size() % 2 == 0;
            if (!normal.isEmpty() && inside == lastIsInside) {
                normal.set(normal.size() - 1, normal.getLast() + run);
            } else if (run > 0 || normal.isEmpty()) {
                normal.add(run);
            }
        }
        return normal;
    }

    /** How many pixels are inside. */
    public static long area(Mask mask) {
        long inside = 0;
        for (int i = 1; i < mask.counts().size(); i += 2) {
            inside += mask.counts().get(i);
        }
        return inside;
    }

    /**
     * Where it lies.
     *
     * @param width over 0
     * @param height over 0
     */
    public record Bounds(int left, int top, int width, int height) {}

    /** The upright box around the pixels inside. */
    public static Bounds bounds(Mask mask) {
        int height = mask.height();
        int left = mask.width();
        int top = height;
        int right = -1;
        int bottom = -1;
        long at = 0;
        for (int i = 0; i < mask.counts().size(); i++) {
            int run = mask.counts().get(i);
            if (i % 2 == 1 && run > 0) {
                long last = at + run - 1;
                boolean oneColumn = at / height == last / height;
                left = Math.min(left, (int) (at / height));
                right = Math.max(right, (int) (last / height));
                top = Math.min(top, oneColumn ? (int) (at % height) : 0);
                bottom = Math.max(bottom, oneColumn ? (int) (last % height) : height - 1);
            }
            at += run;
        }
        return new Bounds(left, top, right - left + 1, bottom - top + 1);
    }
}
