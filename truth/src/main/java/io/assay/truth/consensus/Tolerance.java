package io.assay.truth.consensus;

import io.assay.events.Answer;
import io.assay.events.GoldRule;

/**
 * How far an answer must agree with the accepted one to be right.
 *
 * @param tags least F1 over the tags, over 0 to 1
 * @param objects least F1 over whatever is drawn, over 0 to 1
 * @param credit what an object is worth that is not quite in its place
 */
public record Tolerance(double tags, double objects, Credit credit) {

    /** Four of five things right and none too many. */
    public static final Tolerance DEFAULT = new Tolerance(0.8, 0.8);

    public Tolerance {
        requireShare("tags", tags);
        requireShare("objects", objects);
    }

    public Tolerance(double tags, double objects) {
        this(tags, objects, Credit.WHOLE);
    }

    /** As a project has it: where its rule says nothing, this holds. */
    public Tolerance by(GoldRule rule) {
        double found = rule.found() == null ? credit.found() : rule.found();
        double exact = rule.exact() == null ? found : rule.exact();
        return new Tolerance(
                rule.needed() == null ? tags : rule.needed(),
                rule.needed() == null ? objects : rule.needed(),
                new Credit(found, exact));
    }

    /** Least agreement, 0 to 1, that makes an answer of this kind right. */
    public double needed(Answer accepted) {
        return switch (accepted) {
            case Answer.Category _, Answer.Verification _ -> 1;
            case Answer.Tags _ -> tags;
            case Answer.Annotated<?> _ -> objects;
        };
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: over 0 to 1)");
        }
    }
}
