package io.assay.assignment.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule that withholds work from a worker, with the number that would change it.
 *
 * @param reason the rule
 * @param tasks how many it withholds in this instance's share, as {@link RoughCount} says; absent
 *     if it withholds all
 * @param has the worker's number: a tier, assignments held, or the version of the guideline that
 *     was acknowledged, or under which the test was passed (0: none)
 * @param needs what that number would have to be: a tier or more, assignments held or fewer, or the
 *     version to acknowledge, or to be tested under
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reason(
        Rule reason, @Nullable Integer tasks, @Nullable Integer has, @Nullable Integer needs) {

    enum Rule {
        /** Applied and not yet activated, or suspended. */
        WORKER_NOT_ACTIVE,
        /** The tasks are changing hands: ask again in a moment. */
        SHARE_MOVING,
        /** Over all projects, or of this one. */
        HOLDING_TOO_MANY,
        PROJECT_PAUSED,
        PROJECT_CLOSED,
        /** The project asks for a higher tier in its skill. */
        NOT_QUALIFIED,
        /** The project's test is not passed, or was under an older guideline. */
        TEST_NOT_PASSED,
        /** The project's guideline is new to the worker, or changed in what it asks. */
        GUIDELINE_NOT_ACKNOWLEDGED,
        /** These tasks ask for a higher tier than their project. */
        TIER_TOO_LOW,
        /** A worker gets a task once. */
        ALREADY_HAD,
        /** These cost more than is left of the budget. */
        BUDGET_EXHAUSTED,
        /** Only certain workers may take these. */
        NAMED_FOR_OTHERS,
        /** All labels asked for are given, or under way and some may come back. */
        TAKEN,
        /** There are no tasks in this share. */
        NOTHING_OPEN;

        @JsonValue
        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Reason of(Rule rule) {
        return new Reason(rule, null, null, null);
    }

    static Reason of(Rule rule, int tasks) {
        return new Reason(rule, tasks, null, null);
    }

    static Reason holding(int held, int limit) {
        return new Reason(Rule.HOLDING_TOO_MANY, null, held, limit - 1);
    }

    static Reason notQualified(int tier, int needed) {
        return new Reason(Rule.NOT_QUALIFIED, null, tier, needed);
    }

    static Reason testNotPassed(int under, int since) {
        return new Reason(Rule.TEST_NOT_PASSED, null, under, since);
    }

    static Reason notAcknowledged(int known, int version) {
        return new Reason(Rule.GUIDELINE_NOT_ACKNOWLEDGED, null, known, version);
    }

    static Reason tierTooLow(int tasks, int tier, int needed) {
        return new Reason(Rule.TIER_TOO_LOW, tasks, tier, needed);
    }
}
