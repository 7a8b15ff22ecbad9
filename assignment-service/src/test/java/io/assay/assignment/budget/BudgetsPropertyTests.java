package io.assay.assignment.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** See {@link BudgetHistory}. */
class BudgetsPropertyTests {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void neverPromisesMoreThanThereIsAndLosesNothing(long seed) {
        for (int i = 0; i < 50; i++) {
            BudgetHistory history = new BudgetHistory(seed * 1_000 + i, new MemoryBudgets());
            history.run(400);
            history.settle();
        }
    }

    @Test
    void theHistoriesLeaseSomething() {
        BudgetHistory history = new BudgetHistory(1, new MemoryBudgets());
        history.run(400);

        assertThat(history.leases()).isGreaterThan(30);
    }
}
