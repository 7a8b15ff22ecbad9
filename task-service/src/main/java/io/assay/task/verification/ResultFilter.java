package io.assay.task.verification;

import io.assay.events.Annotation;
import io.assay.events.Answer;
import io.assay.task.task.Outcome;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which results are to be verified.
 *
 * @param minConfidence 0 to 1
 * @param maxConfidence 0 to 1
 * @param classIds of which the answer names at least one; empty for any answer
 */
record ResultFilter(double minConfidence, double maxConfidence, Set<String> classIds) {

    ResultFilter {
        classIds = Set.copyOf(classIds);
    }

    boolean takes(Outcome outcome) {
        Double confidence = outcome.confidence();
        Answer answer = outcome.answer();
        return answer != null
                && confidence != null
                && confidence >= minConfidence
                && confidence <= maxConfidence
                && (classIds.isEmpty() || classes(answer).anyMatch(classIds::contains));
    }

    private static Stream<String> classes(Answer answer) {
        return switch (answer) {
            case Answer.Category(String classId) -> Stream.of(classId);
            case Answer.Tags(var ids) -> ids.stream();
            case Answer.Annotated<?> annotated ->
                    annotated.annotations().stream().map(Annotation::classId);
            case Answer.Verification _ -> Stream.of();
        };
    }
}
