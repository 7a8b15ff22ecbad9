package io.assay.truth.consensus;

import io.assay.events.Annotation;
import io.assay.events.Answer;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer taken apart by class. */
public final class ClassScores {
    private ClassScores() {}

    /**
     * Agreement, 0 to 1, in each class that either names; none for what is right or wrong as a
     * whole.
     */
    public static SortedMap<String, Double> of(Answer given, Answer accepted, Credit credit) {
        SortedSet<String> named = new TreeSet<>(classes(given));
        named.addAll(classes(accepted));
        SortedMap<String, Double> scores = new TreeMap<>();
        for (String id : named) {
            scores.put(id, Agreement.between(only(given, id), only(accepted, id), credit));
        }
        return scores;
    }

    private static SortedSet<String> classes(Answer answer) {
        Stream<String> ids =
                switch (answer) {
                    case Answer.Tags(var named) -> named.stream();
                    case Answer.Annotated<?> annotated ->
                            annotated.annotations().stream().map(Annotation::classId);
                    case Answer.Category _, Answer.Verification _ -> Stream.empty();
                };
        return ids.collect(Collectors.toCollection(TreeSet::new));
    }

    /** What it says of one class. */
    private static Answer only(Answer answer, String id) {
        return switch (answer) {
            case Answer.Tags(var ids) -> new Answer.Verification(ids.contains(id));
            case Answer.Annotated<?> annotated -> annotated.filter(one -> one.classId().equals(id));
            case Answer.Category _, Answer.Verification _ -> answer;
        };
    }
}
