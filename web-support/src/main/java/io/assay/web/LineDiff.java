package io.assay.web;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one text to another, line by line: the lines outside of a longest common
 * subsequence.
 */
public final class LineDiff {

    /**
     * Most pairs of lines compared, at two bytes each. Texts with more between their common
     * beginning and end count as changed in all of that.
     */
    private static final int MAX_PAIRS = 1_000_000;

    /**
     * Lines that were replaced, taken away or put in.
     *
     * @param lineBefore where in the older text, from 1; with nothing removed, the line that
     *     follows
     * @param line where in the newer text, from 1; with nothing added, the line that follows
     */
    public record Change(int lineBefore, int line, List<String> removed, List<String> added) {

        public Change {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }
    }

    private final List<String> before;
    private final List<String> after;

    /** Lines at the beginning that both have. */
    private final int head;

    private final List<Change> changes = new ArrayList<>();

    private LineDiff(List<String> before, List<String> after, int head) {
        this.before = before;
        this.after = after;
        this.head = head;
    }

    /** In order; empty if the lines are the same. */
    public static List<Change> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int head = common(old, now);
        old = old.subList(head, old.size());
        now = now.subList(head, now.size());
        int tail = common(old.reversed(), now.reversed());
        return new LineDiff(
                        old.subList(0, old.size() - tail), now.subList(0, now.size() - tail), head)
                .changes();
    }

    private static int common(List<String> a, List<String> b) {
        int most = Math.min(a.size(), b.size());
        int same = 0;
        while (same < most && a.get(same).equals(b.get(same))) {
            same++;
        }
        return same;
    }

    private List<Change> changes() {
        if ((long) before.size() * after.size() > MAX_PAIRS) {
            add(0, before.size(), 0, after.size());
        } else {
            walk(lengths());
        }
        return List.copyOf(changes);
    }

    /** By where both begin: the length of the longest common subsequence from there on. */
    private short[][] lengths() {
        short[][] lengths = new short[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                lengths[i][j] =
                        before.get(i).equals(after.get(j))
                                ? (short) (lengths[i + 1][j + 1] + 1)
                                : (short) Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private void walk(short[][] lengths) {
        int i = 0;
        int j = 0;
        int fromOld = 0;
        int fromNew = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                add(fromOld, i, fromNew, j);
                fromOld = ++i;
                fromNew = ++j;
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        add(fromOld, before.size(), fromNew, after.size());
    }

    private void add(int fromOld, int toOld, int fromNew, int toNew) {
        if (fromOld < toOld || fromNew < toNew) {
            changes.add(
                    new Change(
                            head + fromOld + 1,
                            head + fromNew + 1,
                            before.subList(fromOld, toOld),
                            after.subList(fromNew, toNew)));
        }
    }
}
