package io.assay.truth.shape;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * One object as somebody drew it, ready to be compared with others of its tool.
 *
 * @param <S> itself
 */
public interface Shape<S extends Shape<S>> {

    /** From this similarity on, two objects of a class are drawings of one thing. */
    double SAME = 0.5;

    /** From this mean similarity on, what several people drew may be one thing, badly drawn. */
    double MATCH = 0.3;

    String classId();

    /** Values by attribute id. */
    Map<String, String> attributes();

    /** Objects whose reaches do not meet have no similarity. */
    Envelope reach();

    /** By place and form, 0 to 1, and 1 with itself; the same whichever way it is asked. */
    double similarity(S other);

    /**
     * About the similarity, quickly: to find out which of hundreds of objects of dozens of workers
     * belong together.
     */
    default double likeness(S other) {
        return similarity(other);
    }

    /** How its edges lie off those of what is right. */
    default EdgeBias edgeBiasFrom(S right) {
        return EdgeBias.NONE;
    }

    /** Where it would be, had it been drawn by somebody without this bias. */
    @SuppressWarnings("unchecked")
    default S without(EdgeBias edgeBias) {
        return (S) this;
    }

    /** Itself, moved into the span of what was drawn: nothing ends where nobody saw an end. */
    @SuppressWarnings("unchecked")
    default S heldWithin(List<S> drawn) {
        return (S) this;
    }

    /**
     * What an object in the right place is worth, 0 to 1: less than 1 only where there is more to
     * it than its place, as with text.
     */
    default double worth(S accepted) {
        return 1;
    }
}
