package io.assay.payment.ledger;

import static io.assay.payment.ledger.LedgerFixtures.anyLabel;
import static io.assay.payment.ledger.LedgerFixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.events.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final AccountId BUDGET = AccountId.budget("p1");
    private static final AccountId RESERVED = AccountId.reserved("p1");

    @Test
    void rejectsPostingsOutOfBalance() {
        assertThatThrownBy(
                        () -> plain(posting(BUDGET, rupees(-150)), posting(RESERVED, rupees(151))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum of postings: 1 (expected: 0)");
    }

    @Test
    void rejectsASinglePosting() {
        assertThatThrownBy(() -> plain(posting(BUDGET, rupees(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("postings: 1 (expected: >= 2)");
    }

    @Test
    void rejectsTwoCurrencies() {
        assertThatThrownBy(
                        () ->
                                plain(
                                        posting(BUDGET, rupees(-1)),
                                        posting(RESERVED, new Money(1, "USD"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("currency: USD (expected: INR)");
    }

    @Test
    void rejectsAnEarningWithoutItsWorker() {
        List<Posting> postings = List.of(posting(BUDGET, rupees(-1)), posting(RESERVED, rupees(1)));

        assertThatThrownBy(() -> new Entry("e", EntryKind.EARNING, "p1", postings, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reservesFromTheBudget() {
        Entry entry = Entries.reserve(anyLabel(), rupees(150));

        assertThat(entry.id()).isEqualTo("reserve.t1.w1");
        assertThat(entry.amount()).isEqualTo(rupees(150));
        assertThat(entry.postings())
                .containsExactly(posting(BUDGET, rupees(-150)), posting(RESERVED, rupees(150)));
    }

    @Test
    void releasesWhatMayBePromisedAgain() {
        Entry entry = Entries.release(anyLabel(), rupees(150));

        assertThat(entry.id()).isEqualTo("release.t1.w1");
        assertThat(entry.postings())
                .containsExactly(
                        posting(RESERVED, rupees(-150)),
                        posting(AccountId.released("p1"), rupees(150)));
    }

    @Test
    void earnsFromWhatWasReservedAndHoldsByTheDay() {
        Entry entry = Entries.earning(anyLabel(), rupees(150), NOON, 7);

        assertThat(entry.id()).isEqualTo("t1.w1.label_accepted");
        assertThat(entry.postings())
                .containsExactly(
                        posting(RESERVED, rupees(-150)),
                        posting(AccountId.held("w1", LocalDate.parse("2026-11-28")), rupees(150)));
        assertThat(entry.earning())
                .extracting(e -> e == null ? null : e.heldUntil())
                .isEqualTo(Instant.parse("2026-11-28T00:00:00Z"));
    }

    @Test
    void anEarningWithoutHoldIsAvailableAtOnce() {
        Entry entry = Entries.earning(anyLabel(), rupees(150), NOON, 0);

        assertThat(entry.earning())
                .satisfies(e -> assertThat(e == null ? null : e.heldUntil()).isBefore(NOON));
    }

    @Test
    void aLabelMayBeWorthNothingButNotLess() {
        assertThat(Entries.earning(anyLabel(), rupees(0), NOON, 0).amount()).isEqualTo(rupees(0));
        assertThatThrownBy(() -> Entries.earning(anyLabel(), rupees(-1), NOON, 0))
                .hasMessage("price: -1 (expected: >= 0)");
    }

    @Test
    void fundsByTheDifference() {
        assertThat(Entries.funding("p1", 0, null, rupees(1_000)))
                .singleElement()
                .satisfies(e -> assertThat(e.id()).isEqualTo("fund.p1.0"))
                .satisfies(e -> assertThat(e.amount()).isEqualTo(rupees(1_000)));
        assertThat(Entries.funding("p1", 1, rupees(1_000), rupees(400)))
                .singleElement()
                .satisfies(e -> assertThat(e.postings()).contains(posting(BUDGET, rupees(-600))));
    }

    @Test
    void aNewCurrencyGivesTheOldLimitBack() {
        List<Entry> entries = Entries.funding("p1", 2, rupees(1_000), new Money(5, "USD"));

        assertThat(entries).extracting(Entry::id).containsExactly("fund.p1.2.back", "fund.p1.2");
        assertThat(entries.getFirst().postings()).contains(posting(BUDGET, rupees(-1_000)));
        assertThat(entries.getLast().postings()).contains(posting(BUDGET, new Money(5, "USD")));
    }

    @Test
    void rejectsAMadeUpAssignment() {
        assertThatThrownBy(() -> new LabelRef("t1.w2", "t1", "p1", "w1"))
                .hasMessage("assignmentId: t1.w2 (expected: t1.w1)");
    }

    @Test
    void namesAccountsByOwnerAndKind() {
        AccountId held = AccountId.held("w-1", LocalDate.parse("2026-11-28"));

        assertThat(held.value()).isEqualTo("worker:w-1:held:2026-11-28");
        assertThat(held.owner()).isEqualTo("worker:w-1");
        assertThat(held.kind()).isEqualTo(AccountKind.HELD);
        assertThat(held.availableFrom()).isEqualTo("2026-11-28");
        assertThat(BUDGET.owner()).isEqualTo("project:p1");
        assertThat(BUDGET.kind()).isEqualTo(AccountKind.BUDGET);
    }

    @Test
    void rejectsAnAccountOfAStrangeName() {
        assertThatThrownBy(() -> AccountId.budget("p1:held"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccountId("worker:w1:held"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(BUDGET::availableFrom).isInstanceOf(IllegalStateException.class);
    }

    private static Entry plain(Posting... postings) {
        return new Entry("e", EntryKind.RESERVE, "p1", List.of(postings), null);
    }

    private static Posting posting(AccountId account, Money amount) {
        return new Posting(account, amount);
    }
}
