package io.assay.payment.earning;

import static io.assay.payment.Fixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Money;
import io.assay.payment.earning.WorkerBalance.Release;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.BalanceKey;
import io.assay.payment.ledger.PartialBalance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerBalanceTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @Test
    void nothingWasEarned() {
        assertThat(WorkerBalance.of(List.of(), TODAY)).isEmpty();
    }

    @Test
    void isAvailableFromTheDayOn() {
        List<PartialBalance> parts =
                List.of(
                        part(TODAY.minusDays(1), "INR", "a-0", 1),
                        part(TODAY, "INR", "a-0", 20),
                        part(TODAY, "INR", "a-1", 300),
                        part(TODAY.plusDays(1), "INR", "a-0", 4_000));

        assertThat(WorkerBalance.of(parts, TODAY))
                .containsExactly(
                        new WorkerBalance(
                                rupees(4_000),
                                rupees(321),
                                List.of(new Release(TODAY.plusDays(1), rupees(4_000)))));
    }

    @Test
    void keepsCurrenciesApart() {
        List<PartialBalance> parts =
                List.of(part(TODAY, "INR", "a-0", 1), part(TODAY.plusDays(1), "EUR", "a-0", 2));

        assertThat(WorkerBalance.of(parts, TODAY))
                .containsExactly(
                        new WorkerBalance(
                                new Money(2, "EUR"),
                                new Money(0, "EUR"),
                                List.of(new Release(TODAY.plusDays(1), new Money(2, "EUR")))),
                        new WorkerBalance(rupees(0), rupees(1), List.of()));
    }

    @Test
    void tellsWhenWhichPartBecomesAvailable() {
        List<PartialBalance> parts =
                List.of(
                        part(TODAY.plusDays(7), "INR", "a-0", 50),
                        part(TODAY.plusDays(2), "INR", "a-0", 1),
                        part(TODAY.plusDays(2), "INR", "a-1", 2),
                        part(TODAY.plusDays(3), "INR", "a-1", 0));

        assertThat(WorkerBalance.of(parts, TODAY))
                .singleElement()
                .extracting(WorkerBalance::releases)
                .isEqualTo(
                        List.of(
                                new Release(TODAY.plusDays(2), rupees(3)),
                                new Release(TODAY.plusDays(7), rupees(50))));
    }

    private static PartialBalance part(LocalDate day, String currency, String from, long minor) {
        return new PartialBalance(
                new BalanceKey(AccountId.held("w1", day), currency, from), minor, 0, 1);
    }
}
