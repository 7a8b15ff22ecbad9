package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * The test that a worker has to pass before a project's work, made of its training gold.
 *
 * @param samples tasks of the tutorial before the first test, 0 to 50; 0 for no tutorial
 * @param questions of a test, 1 to 50
 * @param passMark share of them that must be right, over 0 to 1
 * @param attempts tests that a worker may take, 1 to 20
 * @param retakeSeconds from the end of a failed test to the next, 0 to 2,592,000 (30 days)
 * @param requalify whether a material change of the guideline asks for another test; no if absent
 */
public record QualificationRule(
        int samples,
        int questions,
        double passMark,
        int attempts,
        int retakeSeconds,
        @Nullable Boolean requalify) {

    /** The oldest version of the guideline under which a passed test still counts. */
    public int since(Guideline guideline) {
        return Boolean.TRUE.equals(requalify) ? guideline.required() : 1;
    }

    /** How many questions must be right. */
    public int needed() {
        return (int) Math.ceil(questions * passMark - 1e-9);
    }
}
