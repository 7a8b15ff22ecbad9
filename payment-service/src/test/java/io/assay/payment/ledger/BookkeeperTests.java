package io.assay.payment.ledger;

import static io.assay.payment.ledger.LedgerFixtures.NOON;
import static io.assay.payment.ledger.LedgerFixtures.anyLabel;
import static io.assay.payment.ledger.LedgerFixtures.label;
import static io.assay.payment.ledger.LedgerFixtures.recorded;
import static io.assay.payment.ledger.LedgerFixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BookkeeperTests {

    private static final String REVIEWS = "assay.reviews-3";
    private static final String LEASES = "assay.assignments-3";

    private final Crashes crashes = new Crashes(1);
    private final MemoryJournal journal = new MemoryJournal(crashes);
    private final MemoryBalances balances = new MemoryBalances(crashes);
    private final Bookkeeper bookkeeper = new Bookkeeper(journal, balances);

    @Test
    void movesEveryAccountOfAnEntry() {
        book(recorded(Entries.reserve(anyLabel(), rupees(150)), LEASES, 0));

        assertThat(balance(AccountId.budget("p1"))).isEqualTo(-150);
        assertThat(balance(AccountId.reserved("p1"))).isEqualTo(150);
    }

    @Test
    void paysOnceHoweverOftenTheVerdictIsRead() {
        Entry earning = Entries.earning(anyLabel(), rupees(150), NOON, 0);

        book(recorded(earning, REVIEWS, 5));
        book(recorded(earning, REVIEWS, 5));
        book(recorded(earning, REVIEWS, 9));
        book(recorded(earning, REVIEWS, 11), recorded(earning, REVIEWS, 12));

        assertThat(journal.all()).hasSize(1);
        assertThat(balance(AccountId.reserved("p1"))).isEqualTo(-150);
    }

    @Test
    void tellsWhichEntriesAreNew() {
        Entry earning = Entries.earning(anyLabel(), rupees(150), NOON, 0);

        assertThat(bookkeeper.record(List.of(recorded(earning, REVIEWS, 5))).fresh()).hasSize(1);
        assertThat(bookkeeper.record(List.of(recorded(earning, REVIEWS, 5))).fresh()).isEmpty();
    }

    @Test
    void finishesWhatACrashInterrupted() {
        JournalEntry first = recorded(Entries.reserve(label("t1", "w1"), rupees(150)), LEASES, 7);
        JournalEntry second = recorded(Entries.reserve(label("t2", "w1"), rupees(70)), LEASES, 8);
        crashes.after(3);

        assertThatThrownBy(() -> book(first, second)).isInstanceOf(Crashes.Crash.class);
        crashes.never();
        book(first, second);

        assertThat(balance(AccountId.reserved("p1"))).isEqualTo(220);
        assertThat(balance(AccountId.budget("p1"))).isEqualTo(-220);
    }

    @Test
    void leavesAnEntryOfAnotherPartitionToItsConsumer() {
        Entry release = Entries.release(anyLabel(), rupees(150));
        bookkeeper.record(List.of(recorded(release, LEASES, 4)));

        Bookkeeper.Booked booked = bookkeeper.record(List.of(recorded(release, REVIEWS, 2)));
        bookkeeper.project(booked);

        assertThat(booked.entries()).isEmpty();
        assertThat(balance(AccountId.reserved("p1"))).isZero();
    }

    @Test
    void bookingsCommute() {
        book(recorded(Entries.earning(anyLabel(), rupees(150), NOON, 0), REVIEWS, 1));
        assertThat(balance(AccountId.reserved("p1"))).isEqualTo(-150);

        book(recorded(Entries.reserve(anyLabel(), rupees(150)), LEASES, 1));
        assertThat(balance(AccountId.reserved("p1"))).isZero();
    }

    @Test
    void anEmptyBatchIsNothing() {
        book();

        assertThat(balances.all()).isEmpty();
    }

    private void book(JournalEntry... entries) {
        bookkeeper.project(bookkeeper.record(List.of(entries)));
    }

    private long balance(AccountId account) {
        return balances.all().values().stream()
                .filter(b -> b.key().account().equals(account))
                .mapToLong(PartialBalance::minor)
                .sum();
    }
}
