package io.assay.truth.shape;

import java.text.Normalizer;

/**
 * How far texts differ: by the least number of characters to insert, delete or replace (the edit
 * distance of Levenshtein, 1966). One blank is as good as several, and how a letter and its accent
 * are encoded makes no difference; case does.
 */
final class Texts {

    /** From this share of wrong characters on it is another text, and nobody counts further. */
    private static final double OTHER = 0.5;

    private Texts() {}

    /** Characters that are wrong as a share of the right text, 0 to 1; 1 also from a half on. */
    static double errorRate(String text, String right) {
        int[] expected = characters(right);
        return share(characters(text), expected, expected.length);
    }

    /** 1 if equal, 0 if half of the longer one has to change; the same both ways. */
    static double similarity(String one, String other) {
        int[] a = characters(one);
        int[] b = characters(other);
        return 1 - share(a, b, Math.max(a.length, b.length));
    }

    private static double share(int[] a, int[] b, int of) {
        int most = (int) (of * OTHER);
        int distance = distance(a, b, most);
        return distance > most ? 1 : of == 0 ? 0 : (double) distance / of;
    }

    private static int[] characters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .toArray();
    }

    /**
     * Row by row, of each row only what can still stay within the limit.
     *
     * @param most where counting stops: the result is then over it
     */
    private static int distance(int[] a, int[] b, int most) {
        if (Math.abs(a.length - b.length) > most) {
            return most + 1;
        }
        int[] above = new int[b.length + 1];
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            above[j] = Math.min(j, most + 1);
        }
        for (int i = 1; i <= a.length; i++) {
            if (fill(row, above, a[i - 1], b, i, most) > most) {
                return most + 1;
            }
            int[] done = row;
            row = above;
            above = done;
        }
        return above[b.length];
    }

    /** Returns the least of the row. */
    private static int fill(int[] row, int[] above, int character, int[] b, int i, int most) {
        int from = Math.max(1, i - most);
        int to = Math.min(b.length, i + most);
        row[0] = Math.min(i, most + 1);
        if (from > 1) {
            row[from - 1] = most + 1;
        }
        int least = from == 1 ? row[0] : most + 1;
        for (int j = from; j <= to; j++) {
            int same = above[j - 1] + (b[j - 1] == character ? 0 : 1);
            int inserted = row[j - 1] + 1;
            int deleted = j == i + most ? most + 1 : above[j] + 1;
            row[j] = Math.min(most + 1, Math.min(same, Math.min(inserted, deleted)));
            least = Math.min(least, row[j]);
        }
        return least;
    }
}
