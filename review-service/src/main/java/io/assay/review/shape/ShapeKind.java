package io.assay.review.shape;

import io.assay.events.Answer;
import java.util.List;
import java.util.Map;
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
