package io.assay.review.verdict;

import io.assay.events.Tool;
import io.assay.truth.consensus.Credit;
import io.assay.truth.shape.Shape;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The sentences that workers read. */
final class Explanations {
    static final String UPHELD = "You were right: this picture could not be labelled.";
    static final String UNLABELABLE =
            "This picture turned out not to be labelable. Your work counts.";
    static final String NOT_COMPARED = "This picture is no longer needed. Your work counts.";
    static final String OLDER_GUIDELINE =
            "The guideline changed after you had this picture. Your work counts.";
    static final String WAIVED = "Something was wrong with how this was checked. Your work counts.";

    private static final int CLASSES_TOLD = 20;

    private Explanations() {}

    static String compared(
            Tool tool,
            boolean agrees,
            double score,
            double needed,
            int guidelineVersion,
            Credit credit) {
        return String.format(
                Locale.ROOT,
                "Your answer %s the accepted answer: agreement %d %%, needed %d %%, by guideline"
                        + " version %d.%s",
                agrees ? "agrees with" : "differs from",
                percent(score),
                percent(needed),
                guidelineVersion,
                agrees ? "" : measure(tool, credit));
    }

    static String by(String clause) {
        return " It is about this part of the guideline: " + clause + ".";
    }

    static String upheld(String why) {
        return "Your appeal was right: " + why;
    }

    static String overruled(int guidelineVersion) {
        return "This picture could be labelled by guideline version " + guidelineVersion + ".";
    }

    /** What the agreement is made of: the same whatever the verdict rests on. */
    private static String measure(Tool tool, Credit credit) {
        String least = least(credit);
        return switch (tool) {
            case CATEGORY, VERIFICATION -> "";
            case TAGS -> " Tags that are missing and tags too many both count.";
            case BOX -> objects("boxes", "covers the right place by at least " + least);
            case POLYGON -> objects("outlines", "covers the right area by at least " + least);
            case MASK -> objects("painted areas", "covers the right pixels by at least " + least);
            case POLYLINE -> objects("lines", "runs close to the right one over its whole length");
            case KEYPOINTS -> objects("figures", "has its points close to the right places");
            case TRANSCRIPT ->
                    objects("texts", "is in the right place and has the right characters");
        };
    }

    /** In words where it is the usual. */
    private static String least(Credit credit) {
        String found =
                credit.found() == Shape.SAME
                        ? "half"
                        : String.format(Locale.ROOT, "%d %%", percent(credit.found()));
        return credit.exact() == credit.found()
                ? found
                : String.format(
                        Locale.ROOT, "%s and fully by %d %%", found, percent(credit.exact()));
    }

    /** Nothing where there is but one class: the whole says it already. */
    static String byClass(SortedMap<String, Double> scores) {
        return scores.size() < 2
                ? ""
                : scores.entrySet().stream()
                        .limit(CLASSES_TOLD)
                        .map(
                                one ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %d %%",
                                                one.getKey(),
                                                percent(one.getValue())))
                        .collect(Collectors.joining(", ", " By class: ", "."));
    }

    private static String objects(String plural, String isRight) {
        return String.format(
                Locale.ROOT,
                " Missing %s and %s too many both count; one is right if it has the right class,"
                        + " %s, and has the right attributes.",
                plural,
                plural,
                isRight);
    }

    /** Rounded down: 79.9 % is not the 80 % that are needed. */
    private static long percent(double share) {
        return (long) Math.floor(share * 100 + 1e-9);
    }
}
