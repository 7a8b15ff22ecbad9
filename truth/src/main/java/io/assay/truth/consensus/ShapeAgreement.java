package io.assay.truth.consensus;

import io.assay.events.Answer;
import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The F1 measure of what was found and missed. An object that is similar enough to an accepted one
 * is found, and worth the more the more similar it is; half of it is worth its attributes, as many
 * as are right.
 */
final class ShapeAgreement {

    /**
     * @param worth how far all that is said of it is right, 0 to 1
     */
    private record Match(int given, int accepted, double similarity, double worth) {}

    /** What right attributes are worth of an object. */
    private static final double ATTRIBUTES = 0.5;

    private ShapeAgreement() {}

    static <S extends Shape<S>> double between(
            ShapeKind<S> kind, Answer given, Answer accepted, Credit credit) {
        List<S> mine = kind.read().apply(given);
        List<S> right = kind.read().apply(accepted);
        if (mine.isEmpty() && right.isEmpty()) {
            return 1;
        }
        BitSet usedMine = new BitSet();
        BitSet usedRight = new BitSet();
        double found = 0;
        for (Match match : matches(mine, right, credit.found())) {
            if (!usedMine.get(match.given()) && !usedRight.get(match.accepted())) {
                usedMine.set(match.given());
                usedRight.set(match.accepted());
                found += credit.of(match.similarity()) * match.worth();
            }
        }
        return 2 * found / (mine.size() + right.size());
    }

    /**
     * The most similar first, of equal ones what agrees most: each object is matched once,
     * greedily.
     */
    private static <S extends Shape<S>> List<Match> matches(
            List<S> given, List<S> accepted, double found) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            for (int j = 0; j < accepted.size(); j++) {
                double similarity = similarity(given.get(i), accepted.get(j));
                if (similarity >= found) {
                    double worth = worth(given.get(i), accepted.get(j));
                    matches.add(new Match(i, j, similarity, worth));
                }
            }
        }
        matches.sort(
                Comparator.comparingDouble(Match::similarity)
                        .thenComparingDouble(Match::worth)
                        .reversed());
        return matches;
    }

    private static <S extends Shape<S>> double similarity(S a, S b) {
        boolean comparable = a.reach().intersects(b.reach()) && a.classId().equals(b.classId());
        return comparable ? a.similarity(b) : 0;
    }

    private static <S extends Shape<S>> double worth(S given, S accepted) {
        double attributes = equalShare(given.attributes(), accepted.attributes());
        return given.worth(accepted) * (1 - ATTRIBUTES + ATTRIBUTES * attributes);
    }

    /** Of the attributes that either has. */
    private static double equalShare(Map<String, String> given, Map<String, String> accepted) {
        Set<String> named = new HashSet<>(given.keySet());
        named.addAll(accepted.keySet());
        long equal =
                named.stream()
                        .filter(id -> Objects.equals(accepted.get(id), given.get(id)))
                        .count();
        return named.isEmpty() ? 1 : (double) equal / named.size();
    }
}
