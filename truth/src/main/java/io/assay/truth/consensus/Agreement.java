package io.assay.truth.consensus;

import io.assay.events.Answer;
import io.assay.truth.shape.ShapeKind;
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
            case Answer.Annotated<?> _ ->
                    ShapeAgreement.between(
                            ShapeKind.of(given.tool()).orElseThrow(), given, accepted, credit);
        };
    }

    private static double ofTags(SortedSet<String> given, SortedSet<String> accepted) {
        Set<String> common = new HashSet<>(given);
        common.retainAll(accepted);
        int all = given.size() + accepted.size();
        return all == 0 ? 1 : 2.0 * common.size() / all;
    }
}
