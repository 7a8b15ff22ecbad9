package io.assay.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What changed from one text to another, line by line: the lines outside of a longest common
 * subsequence.
 */
public final class LineDiff {

    /**
     * Pairs of lines compared, as comparing takes time by their number. Texts with more between
     * their common beginning and end count as changed in all of that.
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

        private boolean reaches(Change next) {
            return lineBefore + removed.size() == next.lineBefore
                    && line + added.size() == next.line;
        }

        private Change and(Change next) {
            return new Change(
                    lineBefore, line, joined(removed, next.removed), joined(added, next.added));
        }

        private static List<String> joined(List<String> first, List<String> next) {
            return Stream.concat(first.stream(), next.stream()).toList();
        }
    }

    private LineDiff() {}

    /** In order; empty if the lines are the same. */
    public static List<Change> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int head = common(old, now);
        old = old.subList(head, old.size());
        now = now.subList(head, now.size());
        int tail = common(old.reversed(), now.reversed());
        return changes(head, old.subList(0, old.size() - tail), now.subList(0, now.size() - tail));
    }

    private static int common(List<String> a, List<String> b) {
        int most = Math.min(a.size(), b.size());
        int same = 0;
        while (same < most && a.get(same).equals(b.get(same))) {
            same++;
        }
        return same;
    }

    private static List<Change> changes(int head, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MAX_PAIRS) {
            return List.of(new Change(head + 1, head + 1, old, now));
        }
        // the algorithm that keeps all paths would take some 100 MB for the most pairs
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(old, now, MyersDiffWithLinearSpace.factory().create()).getDeltas();
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : deltas) {
            Change change =
                    new Change(
                            head + delta.getSource().getPosition() + 1,
                            head + delta.getTarget().getPosition() + 1,
                            delta.getSource().getLines(),
                            delta.getTarget().getLines());
            if (!changes.isEmpty() && changes.getLast().reaches(change)) {
                change = changes.removeLast().and(change);
            }
            changes.add(change);
        }
        return List.copyOf(changes);
    }
}
