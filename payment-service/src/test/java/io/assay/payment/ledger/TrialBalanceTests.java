package io.assay.payment.ledger;

import static io.assay.payment.ledger.LedgerFixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.payment.ledger.TrialBalance.Turnover;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialBalanceTests {

    @Test
    void anEmptyJournalBalances() {
        assertThat(TrialBalance.of(List.of())).isEqualTo(new TrialBalance(true, List.of()));
    }

    @Test
    void addsUpPerCurrencyAndKind() {
        TrialBalance balance =
                TrialBalance.of(
                        List.of(
                                new Turnover(AccountKind.RESERVED, "INR", 150, 100),
                                new Turnover(AccountKind.BUDGET, "INR", 1_000, 150),
                                new Turnover(AccountKind.FUNDING, "INR", 0, 1_000),
                                new Turnover(AccountKind.HELD, "INR", 100, 0),
                                new Turnover(AccountKind.FUNDING, "EUR", 0, 5),
                                new Turnover(AccountKind.BUDGET, "EUR", 5, 0)));

        assertThat(balance.balanced()).isTrue();
        assertThat(balance.currencies())
                .extracting(TrialBalance.InCurrency::currency)
                .containsExactly("EUR", "INR");
        TrialBalance.InCurrency inr = balance.currencies().getLast();
        assertThat(inr.debit()).isEqualTo(rupees(1_250)).isEqualTo(inr.credit());
        assertThat(inr.kinds())
                .extracting(TrialBalance.OfKind::kind)
                .containsExactly(
                        AccountKind.FUNDING,
                        AccountKind.BUDGET,
                        AccountKind.RESERVED,
                        AccountKind.HELD);
        assertThat(inr.kinds().get(2).balance()).isEqualTo(rupees(50));
    }

    @Test
    void showsWhatDoesNotBalance() {
        TrialBalance balance =
                TrialBalance.of(List.of(new Turnover(AccountKind.BUDGET, "INR", 1, 0)));

        assertThat(balance.balanced()).isFalse();
    }
}
