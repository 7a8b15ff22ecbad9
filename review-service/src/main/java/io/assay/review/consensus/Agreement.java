package io.assay.review.consensus;

import io.assay.events.Answer;
import io.assay.events.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** How far an answer agrees with the accepted one. */
public final class Agreement {
    private record Match(int given, int accepted, double overlap) {}

    private Agreement() {}

    /**
     * 1 if equal, 0 if nothing is shared: for a category one or the other, for tags and boxes the
     * F1 measure of what was found and missed (boxes of a class that overlap by half are the same).
     * Answers made with different tools share nothing.
     */
    public static double between(Answer given, Answer accepted) {
        return switch (given) {
            case Answer.Category category -> category.equals(accepted) ? 1 : 0;
            case Answer.Tags tags ->
                    accepted instanceof Answer.Tags right
                            ? ofTags(tags.classIds(), right.classIds())
                            : 0;
            case Answer.Boxes boxes ->
                    accepted instanceof Answer.Boxes right
                            ? ofBoxes(boxes.boxes(), right.boxes())
                            : 0;
        };
    }

    private static double ofTags(SortedSet<String> given, SortedSet<String> accepted) {
        Set<String> common = new HashSet<>(given);
        common.retainAll(accepted);
        return f1(common.size(), given.size(), accepted.size());
    }

    private static double ofBoxes(List<Box> given, List<Box> accepted) {
        Set<Integer> usedGiven = new HashSet<>();
        Set<Integer> usedAccepted = new HashSet<>();
        for (Match match : matches(given, accepted)) {
            if (!usedGiven.contains(match.given()) && usedAccepted.add(match.accepted())) {
                usedGiven.add(match.given());
            }
        }
        return f1(usedGiven.size(), given.size(), accepted.size());
    }

    /** Most overlapping first: each box is matched once, greedily. */
    private static List<Match> matches(List<Box> given, List<Box> accepted) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            for (int j = 0; j < accepted.size(); j++) {
                double overlap = Boxes.overlap(given.get(i), accepted.get(j));
                if (overlap >= Boxes.SAME && sameClass(given.get(i), accepted.get(j))) {
                    matches.add(new Match(i, j, overlap));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::overlap).reversed());
        return matches;
    }

    private static boolean sameClass(Box a, Box b) {
        return a.classId().equals(b.classId());
    }

    private static double f1(int common, int given, int accepted) {
        return given + accepted == 0 ? 1 : 2.0 * common / (given + accepted);
    }
}
