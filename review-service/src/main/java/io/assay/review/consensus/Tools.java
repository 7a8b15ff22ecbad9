package io.assay.review.consensus;

import io.assay.events.Answer;
import io.assay.events.Tool;

/** Which tool an answer was made with. */
public final class Tools {
    private Tools() {}

    public static Tool of(Answer answer) {
        return switch (answer) {
            case Answer.Category _ -> Tool.CATEGORY;
            case Answer.Tags _ -> Tool.TAGS;
            case Answer.Boxes _ -> Tool.BOX;
        };
    }
}
