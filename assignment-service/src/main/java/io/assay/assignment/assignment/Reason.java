package io.assay.assignment.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.assay.assignment.assignment.LeaseRefusal.GuidelineNotAcknowledged;
import io.assay.assignment.assignment.LeaseRefusal.HoldingTooMany;
import io.assay.assignment.assignment.LeaseRefusal.NoProject;
import io.assay.assignment.assignment.LeaseRefusal.NotActive;
import io.assay.assignment.assignment.LeaseRefusal.ProjectClosed;
import io.assay.assignment.assignment.LeaseRefusal.ProjectPaused;
import io.assay.assignment.assignment.LeaseRefusal.TestNotPassed;
import io.assay.assignment.assignment.LeaseRefusal.TierTooLow;
import io.assay.assignment.dispatch.TaskAvailability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        /**
         * The project asks for a higher tier in its skill: {@link TierTooLow}. The problem type of
         * that name is another matter, {@link TestNotPassed}.
         */
        NOT_QUALIFIED,
        /** The project's test is not passed, or was under an older guideline. */
        TEST_NOT_PASSED,
        /** The project's guideline is new to the worker, or changed in what it asks. */
        GUIDELINE_NOT_ACKNOWLEDGED,
        /** The project takes no workers who are new to it, now or any more. */
        APPLICATIONS_CLOSED,
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

    /** Empty for what the worker must not know of. */
    static Optional<Reason> of(LeaseRefusal refusal) {
        return switch (refusal) {
            case NotActive _ -> Optional.of(of(Rule.WORKER_NOT_ACTIVE));
            case HoldingTooMany(int held, int limit) ->
                    Optional.of(new Reason(Rule.HOLDING_TOO_MANY, null, held, limit - 1));
            case NoProject _ -> Optional.empty();
            case TierTooLow(int tier, int needed) ->
                    Optional.of(new Reason(Rule.NOT_QUALIFIED, null, tier, needed));
            case ProjectPaused _ -> Optional.of(of(Rule.PROJECT_PAUSED));
            case ProjectClosed _ -> Optional.of(of(Rule.PROJECT_CLOSED));
            case TestNotPassed(_, int passed, int since) ->
                    Optional.of(new Reason(Rule.TEST_NOT_PASSED, null, passed, since));
            case GuidelineNotAcknowledged(_, int acknowledged, int current) ->
                    Optional.of(
                            new Reason(
                                    Rule.GUIDELINE_NOT_ACKNOWLEDGED, null, acknowledged, current));
        };
    }

    /**
     * What keeps a worker of this tier from some of a project's tasks. By numbers that move with
     * each lease of work, and not with one of gold, the two could be told apart: they are rough.
     */
    static List<Reason> ofTasks(int tier, TaskAvailability availability) {
        List<Reason> reasons = new ArrayList<>();
        if (!availability.available()) {
            addIfAny(Rule.ALREADY_HAD, availability.ready(), reasons);
        }
        List<Integer> above = availability.readyAbove();
        for (int i = 0; i < above.size(); i++) {
            if (above.get(i) > 0) {
                int tasks = RoughCount.of(above.get(i));
                reasons.add(new Reason(Rule.TIER_TOO_LOW, tasks, tier, tier + 1 + i));
            }
        }
        addIfAny(Rule.BUDGET_EXHAUSTED, availability.beyondBudget(), reasons);
        addIfAny(Rule.NAMED_FOR_OTHERS, availability.namedForOthers(), reasons);
        if (reasons.isEmpty() && !availability.available()) {
            reasons.add(of(availability.anyOpen() ? Rule.TAKEN : Rule.NOTHING_OPEN));
        }
        return reasons;
    }

    private static void addIfAny(Rule rule, int tasks, List<Reason> reasons) {
        if (tasks > 0) {
            reasons.add(new Reason(rule, RoughCount.of(tasks), null, null));
        }
    }

    static Reason of(Rule rule) {
        return new Reason(rule, null, null, null);
    }
}
