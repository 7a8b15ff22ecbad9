package io.assay.truth.shape;

import io.assay.events.Answer;
import io.assay.events.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is particular to the objects of one tool.
 *
 * @param read the objects of an answer made with the tool
 * @param merge what several drawings of one thing make together
 * @param write an answer of such objects
 */
public record ShapeKind<S extends Shape<S>>(
        Function<Answer, List<S>> read, Merge<S> merge, Function<List<S>, Answer> write) {

    /** That of a tool; empty if nothing is drawn with it. */
    public static Optional<ShapeKind<?>> of(Tool tool) {
        return switch (tool) {
            case BOX -> Optional.of(BoxShape.KIND);
            case POLYGON -> Optional.of(PolygonShape.KIND);
            case POLYLINE -> Optional.of(PolylineShape.KIND);
            case KEYPOINTS -> Optional.of(KeypointShape.KIND);
            case MASK -> Optional.of(MaskShape.KIND);
            case TRANSCRIPT -> Optional.of(TranscriptShape.KIND);
            case CATEGORY, TAGS, VERIFICATION -> Optional.empty();
        };
    }

    /** What several drawings of one thing make together. */
    @FunctionalInterface
    public interface Merge<S> {

        /**
         * @param drawn at least one, of one class, in an order that does not depend on time
         * @param attributes those that the merged object gets
         */
        S merged(List<Weighted<S>> drawn, Map<String, String> attributes);
    }
}
