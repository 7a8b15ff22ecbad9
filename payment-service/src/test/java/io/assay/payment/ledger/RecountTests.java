package io.assay.payment.ledger;

import static io.assay.payment.ledger.LedgerFixtures.NOON;
import static io.assay.payment.ledger.LedgerFixtures.label;
import static io.assay.payment.ledger.LedgerFixtures.recorded;
import static io.assay.payment.ledger.LedgerFixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecountTests {

    private static final String LEASES = "assay.assignments-0";

    private final Crashes crashes = new Crashes(1);
    private final MemoryBalances balances = new MemoryBalances(crashes);
    private final MemoryJournal journal = new MemoryJournal(crashes);
    private final Bookkeeper bookkeeper = new Bookkeeper(journal, balances);

    @Test
    void findsNothingInSoundBooks() {
        book(reserve("t1", 150, 0), reserve("t2", 70, 1));

        assertThat(differences()).isEmpty();
    }

    @Test
    void findsABalanceThatWasTamperedWith() {
        book(reserve("t1", 150, 0));
        BalanceKey key = new BalanceKey(AccountId.reserved("p1"), "INR", LEASES);
        balances.corrupt(key, 151);

        assertThat(differences())
                .containsExactly(new Difference("project:p1:reserved", "INR", LEASES, 151, 150));
        assertThat(differences().getFirst().key()).isEqualTo(key);
    }

    @Test
    void findsAnOldEntryThatNoBalanceHolds() {
        bookkeeper.record(List.of(reserve("t1", 150, 0)));

        assertThat(differences())
                .containsExactly(
                        new Difference("project:p1:budget", "INR", LEASES, 0, -150),
                        new Difference("project:p1:reserved", "INR", LEASES, 0, 150));
    }

    @Test
    void findsAnOldEntryBeyondWhatABalanceHolds() {
        book(reserve("t1", 150, 0));
        bookkeeper.record(List.of(reserve("t2", 70, 1)));

        assertThat(differences())
                .contains(new Difference("project:p1:reserved", "INR", LEASES, 150, 220));
    }

    @Test
    void givesAYoungEntryTimeToArrive() {
        bookkeeper.record(List.of(reserve("t1", 150, 0)));
        Recount recount = new Recount(balances.all(), NOON);

        journal.all().forEach(recount::count);

        assertThat(recount.differences()).isEmpty();
        assertThat(recount.entries()).isEqualTo(1);
    }

    @Test
    void isExactWhileBookingGoesOn() {
        book(reserve("t1", 150, 0));
        Map<BalanceKey, PartialBalance> before = balances.all();
        book(reserve("t2", 70, 1));

        Recount recount = new Recount(before, NOON);
        journal.all().forEach(recount::count);

        assertThat(recount.differences()).isEmpty();
    }

    private List<Difference> differences() {
        Recount recount = new Recount(balances.all(), NOON.plusSeconds(1));
        journal.all().forEach(recount::count);
        return recount.differences();
    }

    private void book(JournalEntry... entries) {
        bookkeeper.project(bookkeeper.record(List.of(entries)));
    }

    private static JournalEntry reserve(String taskId, long price, long offset) {
        return recorded(Entries.reserve(label(taskId, "w1"), rupees(price)), LEASES, offset);
    }
}
