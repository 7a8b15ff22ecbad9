package io.assay.assignment.qualification;

import io.assay.events.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one worker did to qualify for one project.
 *
 * @param attempts in order; only the last may be under way
 */
record Qualification(List<Attempt> attempts) {

    static final Qualification NONE = new Qualification(List.of());

    Qualification {
        attempts = List.copyOf(attempts);
    }

    /** What is under way; null if nothing is. */
    @Nullable Attempt open() {
        return attempts.isEmpty() || attempts.getLast().outcome() != null
                ? null
                : attempts.getLast();
    }

    /** The newest version of the guideline under which the test was passed; 0 if none. */
    int passedUnder() {
        return ended(Trial.TEST, 1)
                .filter(Qualification::passed)
                .mapToInt(Attempt::guidelineVersion)
                .max()
                .orElse(0);
    }

    /** Those over, taken under this version of the guideline or a later one. */
    Stream<Attempt> ended(Trial trial, int since) {
        return attempts.stream()
                .filter(attempt -> attempt.trial() == trial && attempt.outcome() != null)
                .filter(attempt -> attempt.guidelineVersion() >= since);
    }

    Stream<Attempt> failed(int since) {
        return ended(Trial.TEST, since).filter(attempt -> !passed(attempt));
    }

    Qualification with(Attempt begun) {
        List<Attempt> next = new ArrayList<>(attempts);
        next.add(begun);
        return new Qualification(next);
    }

    Qualification withLast(Attempt changed) {
        List<Attempt> next = new ArrayList<>(attempts);
        next.set(next.size() - 1, changed);
        return new Qualification(next);
    }

    private static boolean passed(Attempt attempt) {
        return attempt.outcome() != null && attempt.outcome().passed();
    }
}
