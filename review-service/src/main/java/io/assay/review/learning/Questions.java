package io.assay.review.learning;

import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What is asked of a picture, each question with one of a few answers: which class it is, whether a
 * label is right, or of every tag whether it holds.
 *
 * @param names of the classes; of the tags, where each is a question
 */
record Questions(Tool tool, List<String> names) {
    /** No question at all, which is no answer either. */
    static final int[] NONE = {};

    /** A worker's confusion matrix has the square of it in numbers. */
    private static final int MAX_CLASSES = 32;

    private static final List<String> VERDICTS = List.of("false", "true");
    private static final int NO = 0;
    private static final int YES = 1;

    /** Empty if the project asks for something else. */
    static Optional<Questions> of(Ontology ontology) {
        List<String> names =
                switch (ontology.tool()) {
                    case CATEGORY, TAGS -> ontology.classes().stream().map(LabelClass::id).toList();
                    case VERIFICATION -> VERDICTS;
                    case BOX, POLYGON, POLYLINE, KEYPOINTS, MASK, TRANSCRIPT -> List.of();
                };
        int least = ontology.tool() == Tool.TAGS ? 1 : 2;
        return names.size() < least || names.size() > MAX_CLASSES
                ? Optional.empty()
                : Optional.of(new Questions(ontology.tool(), names));
    }

    int count() {
        return tool == Tool.TAGS ? names.size() : 1;
    }

    /** That each question may have. */
    int answers() {
        return tool == Tool.TAGS ? 2 : names.size();
    }

    /** The answer to each question, by number; none if it answers something else. */
    int[] numbers(Answer answer) {
        return answer.tool() == tool ? numbers(named(answer)) : NONE;
    }

    /** The same of what {@link #named} gave, perhaps when there were other classes. */
    int[] numbers(List<String> named) {
        if (!names.containsAll(named)) {
            return NONE;
        }
        return tool == Tool.TAGS
                ? names.stream().mapToInt(name -> named.contains(name) ? YES : NO).toArray()
                : named.stream().mapToInt(names::indexOf).toArray();
    }

    /** Names of the class or the tags. */
    List<String> named(int[] numbers) {
        return tool == Tool.TAGS
                ? IntStream.range(0, numbers.length)
                        .filter(tag -> numbers[tag] == YES)
                        .mapToObj(names::get)
                        .toList()
                : Arrays.stream(numbers).mapToObj(names::get).toList();
    }

    Answer answer(int[] numbers) {
        List<String> named = named(numbers);
        return switch (tool) {
            case TAGS -> new Answer.Tags(new TreeSet<>(named));
            case VERIFICATION -> new Answer.Verification(Boolean.parseBoolean(named.getFirst()));
            default -> new Answer.Category(named.getFirst());
        };
    }

    private static List<String> named(Answer answer) {
        return switch (answer) {
            case Answer.Category category -> List.of(category.classId());
            case Answer.Verification verification ->
                    List.of(String.valueOf(verification.correct()));
            case Answer.Tags tags -> List.copyOf(tags.classIds());
            default -> List.of();
        };
    }
}
