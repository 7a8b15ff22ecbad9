package io.assay.task.verification;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Figure;
import io.assay.events.Mask;
import io.assay.events.Polygon;
import io.assay.events.Polyline;
import io.assay.events.Transcript;
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
            case Answer.Boxes(var boxes) -> boxes.stream().map(Box::classId);
            case Answer.Polygons(var polygons) -> polygons.stream().map(Polygon::classId);
            case Answer.Polylines(var lines) -> lines.stream().map(Polyline::classId);
            case Answer.Keypoints(var figures) -> figures.stream().map(Figure::classId);
            case Answer.Masks(var masks) -> masks.stream().map(Mask::classId);
            case Answer.Transcripts(var texts) -> texts.stream().map(Transcript::classId);
            case Answer.Verification _ -> Stream.of();
        };
    }
}
