package io.assay.review.skill;

import java.time.Instant;

/**
 * What a gold answer changes in a skill, once: the answer itself, what an upheld appeal adds to it,
 * or all of it taken away.
 *
 * @param id of the assignment; what corrects it has an id of its own
 * @param skill that the project asks for
 * @param answers 1, 0 if it corrects, or -1 if it is taken away
 * @param right what of it was right, 0 to 1; likewise more, or less
 * @param at when it was scored
 */
public record Score(
        String id,
        String workerId,
        String skill,
        String projectId,
        int answers,
        double right,
        Instant at) {

    /** What an id is of. */
    public enum Kind {
        SCORE,
        CORRECTION,
        UNDONE
    }

    private static final String UPHELD = "!upheld";
    private static final String UNDONE = "!undone";

    public Score {
        if (!(right >= -1 && right <= 1)) {
            throw new IllegalArgumentException("right: " + right + " (expected: -1 to 1)");
        }
    }

    /** What was counted as wrong was right: it adds what was missing. */
    public Score corrected() {
        return new Score(id + UPHELD, workerId, skill, projectId, 0, 1 - right, at);
    }

    /** The same, taken away. */
    public Score undone() {
        return new Score(id + UNDONE, workerId, skill, projectId, -answers, -right, at);
    }

    public static Kind kindOf(String id) {
        return id.endsWith(UPHELD)
                ? Kind.CORRECTION
                : id.endsWith(UNDONE) ? Kind.UNDONE : Kind.SCORE;
    }

    /** The assignment that an id, also of a correction, is about. */
    public static String assignmentOf(String id) {
        return switch (kindOf(id)) {
            case SCORE -> id;
            case CORRECTION -> id.substring(0, id.length() - UPHELD.length());
            case UNDONE -> id.substring(0, id.length() - UNDONE.length());
        };
    }
}
