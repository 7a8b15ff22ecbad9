package io.assay.review.crowd;

import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question that has one of a few answers.
 *
 * @param names of the answers, 2 or more
 */
record Question(Tool tool, List<String> names) {
    /** A worker's confusion matrix has the square of it in numbers. */
    private static final int MOST_CLASSES = 32;

    private static final List<String> VERDICTS = List.of("false", "true");

    /** Empty if the project asks for something else. */
    static Optional<Question> of(Ontology ontology) {
        List<String> names =
                switch (ontology.tool()) {
                    case CATEGORY -> ontology.classes().stream().map(LabelClass::id).toList();
                    case VERIFICATION -> VERDICTS;
                    case TAGS, BOX, POLYGON, POLYLINE, KEYPOINTS, MASK, TRANSCRIPT -> List.of();
                };
        return names.size() < 2 || names.size() > MOST_CLASSES
                ? Optional.empty()
                : Optional.of(new Question(ontology.tool(), names));
    }

    /** The number of an answer, -1 if it is none of these. */
    int number(Answer answer) {
        if (answer.tool() != tool) {
            return -1;
        }
        return switch (answer) {
            case Answer.Category category -> names.indexOf(category.classId());
            case Answer.Verification verification ->
                    names.indexOf(String.valueOf(verification.correct()));
            default -> -1;
        };
    }

    /** The number of an answer by its name, -1 if it is none of these, or null. */
    int number(@Nullable String name) {
        return name == null ? -1 : names.indexOf(name);
    }

    Answer answer(int number) {
        String name = names.get(number);
        return tool == Tool.VERIFICATION
                ? new Answer.Verification(Boolean.parseBoolean(name))
                : new Answer.Category(name);
    }
}
