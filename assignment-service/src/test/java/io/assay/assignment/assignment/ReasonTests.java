package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.assignment.Reason.Rule;
import io.assay.assignment.dispatch.TaskAvailability;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTests {

    @Test
    void nothingWithholdsTasksOfWhichThereAreSome() {
        assertThat(
                        Reason.ofTasks(
                                1, new TaskAvailability(true, 9, List.of(0, 0, 0, 0), 0, true, 0)))
                .isEmpty();
    }

    @Test
    void tellsRoughlyHowManyTasksEachRuleWithholds() {
        TaskAvailability availability =
                new TaskAvailability(false, 3, List.of(0, 70, 0), 5, true, 25);

        assertThat(Reason.ofTasks(2, availability))
                .containsExactly(
                        new Reason(Rule.ALREADY_HAD, 1, null, null),
                        new Reason(Rule.TIER_TOO_LOW, 10, 2, 4),
                        new Reason(Rule.BUDGET_EXHAUSTED, 10, null, null),
                        new Reason(Rule.NAMED_FOR_OTHERS, 1, null, null));
    }

    /** How many are taken goes up with a lease of work, and not with one of gold. */
    @Test
    void tellsThatAllIsTakenAndNotHowMuch() {
        TaskAvailability plenty = new TaskAvailability(true, 9, List.of(), 0, true, 0);
        TaskAvailability none = new TaskAvailability(false, 0, List.of(), 0, true, 0);

        assertThat(Reason.ofTasks(1, plenty)).isEmpty();
        assertThat(Reason.ofTasks(1, none)).containsExactly(Reason.of(Rule.TAKEN));
    }

    @Test
    void tellsThatNothingIsOpen() {
        assertThat(Reason.ofTasks(1, new TaskAvailability(false, 0, List.of(), 0, false, 0)))
                .containsExactly(Reason.of(Rule.NOTHING_OPEN));
    }
}
