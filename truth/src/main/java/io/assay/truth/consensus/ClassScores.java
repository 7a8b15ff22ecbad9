package io.assay.truth.consensus;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Figure;
import io.assay.events.Mask;
import io.assay.events.Polygon;
import io.assay.events.Polyline;
import io.assay.events.Transcript;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
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
                    case Answer.Boxes(var all) -> all.stream().map(Box::classId);
                    case Answer.Polygons(var all) -> all.stream().map(Polygon::classId);
                    case Answer.Polylines(var all) -> all.stream().map(Polyline::classId);
                    case Answer.Keypoints(var all) -> all.stream().map(Figure::classId);
                    case Answer.Masks(var all) -> all.stream().map(Mask::classId);
                    case Answer.Transcripts(var all) -> all.stream().map(Transcript::classId);
                    case Answer.Category _, Answer.Verification _ -> Stream.empty();
                };
        return ids.collect(Collectors.toCollection(TreeSet::new));
    }

    /** What it says of one class. */
    private static Answer only(Answer answer, String id) {
        return switch (answer) {
            case Answer.Tags(var ids) -> new Answer.Verification(ids.contains(id));
            case Answer.Boxes(var all) -> new Answer.Boxes(only(all, Box::classId, id));
            case Answer.Polygons(var all) -> new Answer.Polygons(only(all, Polygon::classId, id));
            case Answer.Polylines(var all) ->
                    new Answer.Polylines(only(all, Polyline::classId, id));
            case Answer.Keypoints(var all) -> new Answer.Keypoints(only(all, Figure::classId, id));
            case Answer.Masks(var all) -> new Answer.Masks(only(all, Mask::classId, id));
            case Answer.Transcripts(var all) ->
                    new Answer.Transcripts(only(all, Transcript::classId, id));
            case Answer.Category _, Answer.Verification _ -> answer;
        };
    }

    private static <T> List<T> only(List<T> all, Function<T, String> classId, String id) {
        return all.stream().filter(one -> classId.apply(one).equals(id)).toList();
    }
}
