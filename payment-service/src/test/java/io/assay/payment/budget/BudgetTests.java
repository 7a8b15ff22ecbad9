package io.assay.payment.budget;

import static io.assay.payment.Fixtures.NOON;
import static io.assay.payment.Fixtures.accepted;
import static io.assay.payment.Fixtures.assigned;
import static io.assay.payment.Fixtures.returned;
import static io.assay.payment.Fixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.BudgetChanged;
import io.assay.events.BudgetExhausted;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.Entry;
import io.assay.payment.ledger.EntryKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTests {

    @Test
    void whatIsNeitherLeftNorReservedWasSpent() {
        Budget budget = budget(1_000, 400, 250);

        assertThat(budget.limit()).isEqualTo(rupees(1_000));
        assertThat(budget.reserved()).isEqualTo(rupees(250));
        assertThat(budget.spent()).isEqualTo(rupees(350));
        assertThat(budget.exhausted()).isFalse();
    }

    @Test
    void whatWasReleasedIsLeft() {
        Budget budget =
                Budget.of(
                        "p1",
                        "r1",
                        "INR",
                        Map.of(
                                AccountId.funding("p1"),
                                -1_000L,
                                AccountId.budget("p1"),
                                0L,
                                AccountId.reserved("p1"),
                                300L,
                                AccountId.released("p1"),
                                200L));

        assertThat(budget.released()).isEqualTo(rupees(200));
        assertThat(budget.spent()).isEqualTo(rupees(500));
        assertThat(budget.exhausted()).isFalse();
    }

    @Test
    void isExhaustedWhenNothingIsLeft() {
        assertThat(budget(1_000, 1, 0).exhausted()).isFalse();
        assertThat(budget(1_000, 0, 0).exhausted()).isTrue();
        assertThat(budget(1_000, -150, 150).exhausted()).isTrue();
    }

    @Test
    void tellsOfTheFirstStateAndOfEachChange() {
        Budget budget = budget(1_000, 400, 250);

        assertThat(budget.eventsSince(null, NOON))
                .containsExactly(
                        new BudgetChanged(
                                "p1",
                                rupees(1_000),
                                rupees(250),
                                rupees(350),
                                false,
                                NOON,
                                rupees(0)));
        assertThat(budget.eventsSince(budget, NOON)).isEmpty();
    }

    @Test
    void tellsOfExhaustionOncePerCrossing() {
        Budget open = budget(1_000, 100, 0);
        Budget used = budget(1_000, 0, 0);
        Budget overdrawn = budget(1_000, -50, 50);

        assertThat(used.eventsSince(open, NOON)).hasAtLeastOneElementOfType(BudgetExhausted.class);
        assertThat(overdrawn.eventsSince(used, NOON))
                .doesNotHaveAnyElementsOfTypes(BudgetExhausted.class)
                .hasSize(1);
        assertThat(open.eventsSince(used, NOON)).hasSize(1);
        assertThat(used.eventsSince(open, NOON)).hasSize(2);
    }

    @Test
    void onlyLeasesConcernTheBudget() {
        assertThat(LeaseEntries.of(assigned("t1", "w1", "p1")))
                .map(Entry::kind)
                .contains(EntryKind.RESERVE);
        assertThat(LeaseEntries.of(returned("t1", "w1", "p1")))
                .map(Entry::kind)
                .contains(EntryKind.RELEASE);
        assertThat(LeaseEntries.of(accepted("t1", "w1", "p1"))).isEmpty();
    }

    private static Budget budget(long limit, long left, long reserved) {
        return Budget.of(
                "p1",
                "r1",
                "INR",
                Map.of(
                        AccountId.funding("p1"),
                        -limit,
                        AccountId.budget("p1"),
                        left,
                        AccountId.reserved("p1"),
                        reserved));
    }
}
