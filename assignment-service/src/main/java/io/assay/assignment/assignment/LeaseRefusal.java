package io.assay.assignment.assignment;

/** Why {@link LeasePolicy} does not let a worker lease. */
public sealed interface LeaseRefusal {

    /** Applied and not yet activated, or suspended. */
    record NotActive() implements LeaseRefusal {}

    /** Of one project, or in all. */
    record HoldingTooMany(int held, int limit) implements LeaseRefusal {}

    /** There is no such project, or it is a draft. */
    record NoProject() implements LeaseRefusal {}

    /**
     * The project has no test and asks for a higher tier in its skill.
     *
     * @param tier of the worker
     */
    record TierTooLow(int tier, int needed) implements LeaseRefusal {}

    record ProjectPaused() implements LeaseRefusal {}

    record ProjectClosed() implements LeaseRefusal {}

    /**
     * The project has a test, which is to be passed first.
     *
     * @param passed the version of the guideline under which it was passed; 0 if never
     * @param since the oldest version that counts
     */
    record TestNotPassed(String projectId, int passed, int since) implements LeaseRefusal {}

    /**
     * The project's guideline is to be read first.
     *
     * @param acknowledged the version that the worker acknowledged; 0 if none
     * @param current the version to read
     */
    record GuidelineNotAcknowledged(String projectId, int acknowledged, int current)
            implements LeaseRefusal {}

    /**
     * False if the project is work for the worker all the same, once they have read its guideline
     * or answered some of what they hold.
     */
    default boolean bars() {
        return switch (this) {
            case NotActive _, NoProject _, TierTooLow _, ProjectPaused _, ProjectClosed _ -> true;
            case TestNotPassed _ -> true;
            case HoldingTooMany _, GuidelineNotAcknowledged _ -> false;
        };
    }
}
