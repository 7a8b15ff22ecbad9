package io.assay.review.verdict;

import io.assay.events.Answer;
import io.assay.events.Box;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences that workers read. */
final class Explanations {
    static final String UPHELD = "You were right: this picture could not be labelled.";
    static final String UNLABELABLE =
            "This picture turned out not to be labelable. Your work counts.";
    static final String NOT_COMPARED = "This picture is no longer needed. Your work counts.";

    private Explanations() {}

    static String compared(boolean agrees, double score, double needed, int guidelineVersion) {
        return String.format(
                Locale.ROOT,
                "Your answer %s the accepted answer: agreement %d %%, needed %d %%, by guideline"
                        + " version %d.",
                agrees ? "agrees with" : "differs from",
                percent(score),
                percent(needed),
                guidelineVersion);
    }

    static String overruled(int guidelineVersion) {
        return "This picture could be labelled by guideline version " + guidelineVersion + ".";
    }

    static String rightAnswer(Answer right) {
        return " The right answer is: "
                + switch (right) {
                    case Answer.Category category -> category.classId();
                    case Answer.Tags tags ->
                            tags.classIds().isEmpty()
                                    ? "no tag"
                                    : String.join(", ", tags.classIds());
                    case Answer.Boxes boxes ->
                            boxes.boxes().isEmpty()
                                    ? "no box"
                                    : boxes.boxes().stream()
                                            .map(Explanations::told)
                                            .collect(Collectors.joining(", "));
                }
                + ".";
    }

    private static String told(Box box) {
        return String.format(
                Locale.ROOT,
                "%s at %.0f, %.0f, %.0f wide, %.0f high",
                box.classId(),
                box.x(),
                box.y(),
                box.width(),
                box.height());
    }

    /** Rounded down: 79.9 % is not the 80 % that are needed. */
    private static long percent(double share) {
        return (long) Math.floor(share * 100 + 1e-9);
    }
}
