package io.assay.review.skill;

/**
 * A gold answer, right or wrong; identified by its assignment. Or the correction of one that was
 * counted as wrong, identified by its assignment and a mark.
 *
 * @param skill that the project asks for
 */
public record Score(
        String assignmentId, String workerId, String skill, boolean right, boolean corrects) {
    private static final String MARK = "!upheld";

    public Score(String assignmentId, String workerId, String skill, boolean right) {
        this(assignmentId, workerId, skill, right, false);
    }

    /** What was counted as wrong was right. */
    public static Score correction(String assignmentId, String workerId, String skill) {
        return new Score(assignmentId + MARK, workerId, skill, true, true);
    }

    /** True if this is the id of a correction. */
    public static boolean isCorrection(String id) {
        return id.endsWith(MARK);
    }

    /** The assignment that an id, also of a correction, is about. */
    public static String assignmentOf(String id) {
        return isCorrection(id) ? id.substring(0, id.length() - MARK.length()) : id;
    }
}
