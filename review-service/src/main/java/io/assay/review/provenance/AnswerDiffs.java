package io.assay.review.provenance;

import io.assay.events.Answer;
import io.assay.events.AnswerDiff;
import io.assay.truth.consensus.Agreement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What changed between two answers. */
public final class AnswerDiffs {
    private AnswerDiffs() {}

    public static AnswerDiff between(Answer before, Answer after) {
        List<?> old = entries(before);
        List<?> next = entries(after);
        List<Integer> added = missing(next, old);
        return new AnswerDiff(
                Agreement.between(before, after),
                next.size() - added.size(),
                added,
                missing(old, next));
    }

    /** Places of the entries that the other does not have; of equal ones as many as there are. */
    private static List<Integer> missing(List<?> entries, List<?> other) {
        Map<Object, Integer> there = new HashMap<>();
        other.forEach(entry -> there.merge(entry, 1, Integer::sum));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (there.merge(entries.get(i), -1, Integer::sum) < 0) {
                places.add(i);
            }
        }
        return places;
    }

    private static List<?> entries(Answer answer) {
        return switch (answer) {
            case Answer.Category(String classId) -> List.of(classId);
            case Answer.Verification(boolean correct) -> List.of(correct);
            case Answer.Tags(var classIds) -> List.copyOf(classIds);
            case Answer.Annotated<?> annotated -> annotated.annotations();
        };
    }
}
