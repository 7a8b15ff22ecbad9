package io.assay.truth.consensus;

import java.util.List;
import java.util.stream.Stream;

/**
 * What may be a thing in the picture, because somebody drew it.
 *
 * @param shape what those who drew it make together
 * @param existence probability that it is there
 * @param confidence probability that what is said of it is right, given that it is there
 * @param overlap expected similarity of the shape to what is right, given that it is there
 * @param drawnBy ids of those who drew it, in their order
 * @param misplaced those of them whose shape is another than that of all together
 * @param missedBy ids of those who did not
 */
public record CandidateObject<S>(
        S shape,
        double existence,
        double confidence,
        double overlap,
        List<String> drawnBy,
        List<String> misplaced,
        List<String> missedBy) {

    public boolean isThere() {
        return existence > 0.5;
    }

    /** Who is at odds with the decision on this thing, to be named to whoever asks why. */
    public List<String> outliers() {
        return isThere()
                ? Stream.concat(misplaced.stream(), missedBy.stream()).sorted().toList()
                : drawnBy;
    }
}
