package io.assay.formats.coco;

import io.assay.formats.data.BadEntry;
import java.util.ArrayList;
import java.util.List;

/** The compressed form of run lengths that COCO's own tools write: 6 bits a character. */
final class Rle {

    private static final int MAX_RUNS = 2_000_000;

    private Rle() {}

    static String compress(List<Integer> counts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counts.size(); i++) {
            // from the fourth on, the difference to the last run of the same kind but one
            long x = counts.get(i) - (i > 2 ? (long) counts.get(i - 2) : 0);
            boolean more = true;
            while (more) {
                int bits = (int) (x & 0x1f);
                x >>= 5;
                more = (bits & 0x10) != 0 ? x != -1 : x != 0;
                text.append((char) ((more ? bits | 0x20 : bits) + 48));
            }
        }
        return text.toString();
    }

    static List<Integer> decompress(String text) throws BadEntry {
        List<Integer> counts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            long x = 0;
            int shift = 0;
            boolean more = true;
            while (more) {
                if (at >= text.length() || shift > 35) {
                    throw new BadEntry("counts: ends within a number (expected: whole ones)");
                }
                int bits = text.charAt(at) - 48;
                if (bits < 0 || bits > 63) {
                    throw BadEntry.unexpected("counts", text.charAt(at), "'0' to 'o'");
                }
                x |= (long) (bits & 0x1f) << shift;
                more = (bits & 0x20) != 0;
                at++;
                shift += 5;
                if (!more && (bits & 0x10) != 0) {
                    x |= -1L << shift;
                }
            }
            add(counts, x + (counts.size() > 2 ? counts.get(counts.size() - 2) : 0));
        }
        return counts;
    }

    private static void add(List<Integer> counts, long run) throws BadEntry {
        if (run < 0 || run > Integer.MAX_VALUE || counts.size() >= MAX_RUNS) {
            throw BadEntry.unexpected("counts", run, "0 or more, at most " + MAX_RUNS + " runs");
        }
        counts.add((int) run);
    }
}
