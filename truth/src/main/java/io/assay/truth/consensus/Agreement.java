package io.assay.truth.consensus;

import io.assay.events.Answer;
import io.assay.truth.shape.BoxShape;
import io.assay.truth.shape.KeypointShape;
import io.assay.truth.shape.MaskShape;
import io.assay.truth.shape.PolygonShape;
import io.assay.truth.shape.PolylineShape;
import io.assay.truth.shape.TranscriptShape;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;

/** How far an answer agrees with the accepted one. */
public final class Agreement {

    private Agreement() {}

    /**
     * 1 if equal, 0 if nothing is shared: for a category or a verification one or the other, for
     * tags and objects the F1 measure of what was found and missed. Answers made with different
     * tools share nothing.
     */
    public static double between(Answer given, Answer accepted) {
        return between(given, accepted, Credit.WHOLE);
    }

    /**
     * The same with partial credit.
     *
     * @param credit what a drawn object is worth that is not quite in its place
     */
    public static double between(Answer given, Answer accepted, Credit credit) {
        if (given.tool() != accepted.tool()) {
            return 0;
        }
        return switch (given) {
            case Answer.Category _, Answer.Verification _ -> given.equals(accepted) ? 1 : 0;
            case Answer.Tags tags -> ofTags(tags.classIds(), ((Answer.Tags) accepted).classIds());
            case Answer.Boxes _ -> ShapeAgreement.between(BoxShape.KIND, given, accepted, credit);
            case Answer.Polygons _ ->
                    ShapeAgreement.between(PolygonShape.KIND, given, accepted, credit);
            case Answer.Polylines _ ->
                    ShapeAgreement.between(PolylineShape.KIND, given, accepted, credit);
            case Answer.Keypoints _ ->
                    ShapeAgreement.between(KeypointShape.KIND, given, accepted, credit);
            case Answer.Masks _ -> ShapeAgreement.between(MaskShape.KIND, given, accepted, credit);
            case Answer.Transcripts _ ->
                    ShapeAgreement.between(TranscriptShape.KIND, given, accepted, credit);
        };
    }

    private static double ofTags(SortedSet<String> given, SortedSet<String> accepted) {
        Set<String> common = new HashSet<>(given);
        common.retainAll(accepted);
        int all = given.size() + accepted.size();
        return all == 0 ? 1 : 2.0 * common.size() / all;
    }
}
