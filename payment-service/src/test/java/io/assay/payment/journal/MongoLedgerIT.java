package io.assay.payment.journal;

import static io.assay.payment.ledger.LedgerFixtures.NOON;
import static io.assay.payment.ledger.LedgerFixtures.label;
import static io.assay.payment.ledger.LedgerFixtures.recorded;
import static io.assay.payment.ledger.LedgerFixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.assay.events.Money;
import io.assay.messaging.StoreServer;
import io.assay.payment.journal.MongoJournal.Selection;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.BalanceKey;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.ledger.Entries;
import io.assay.payment.ledger.Journal.Recorded;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.PartialBalance;
import io.assay.payment.ledger.TrialBalance;
import io.assay.web.Cursor;
import io.assay.web.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoLedgerIT {

    private static final String REVIEWS = "assay.reviews-0";
    private static final AccountId RESERVED = AccountId.reserved("p1");
    private static final BalanceKey KEY = new BalanceKey(RESERVED, "INR", REVIEWS);

    private static StoreServer store;
    private static MongoClient client;

    private MongoTemplate mongo;
    private MongoJournal journal;
    private MongoBalances balances;

    @BeforeAll
    static void start() {
        store = StoreServer.start();
        client = MongoClients.create(store.database("ledger"));
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        mongo = new MongoTemplate(client, StoreServer.databaseName("ledger"));
        mongo.getDb().drop();
        journal = new MongoJournal(mongo);
        balances = new MongoBalances(mongo);
        journal.prepare();
        balances.prepare();
    }

    @Test
    void anEntryComesBackAsItWasWritten() {
        JournalEntry earning = earning("t1", 150, 5);

        journal.add(List.of(earning));

        assertThat(journal.add(List.of(earning)).entries()).containsExactly(earning);
        assertThat(journal.earningsOf("w1", Selection.ALL, null, 10).items())
                .containsExactly(earning);
    }

    @Test
    void keepsTheFirstOfTwoEntriesWithOneId() {
        journal.add(List.of(earning("t1", 150, 5)));

        Recorded recorded = journal.add(List.of(earning("t2", 70, 6), earning("t1", 150, 7)));

        assertThat(recorded.entries()).extracting(e -> e.source().offset()).containsExactly(6L, 5L);
        assertThat(recorded.added()).containsExactly("t2.w1.label_accepted");
    }

    @Test
    void refusesABalanceThatWasWrittenMeanwhile() {
        PartialBalance first = PartialBalance.none(KEY).advance(List.of(earning("t1", 150, 5)));
        assertThat(balances.write(List.of(first))).isTrue();
        assertThat(balances.write(List.of(first))).isFalse();

        PartialBalance stored = balances.find(List.of(KEY)).get(KEY);
        assertThat(stored).isEqualTo(new PartialBalance(KEY, -150, 5, 1));
        assertThat(balances.write(List.of(stored.corrected(-1)))).isTrue();
        assertThat(balances.write(List.of(stored.corrected(-2)))).isFalse();
        assertThat(balances.all()).containsValue(new PartialBalance(KEY, -1, 5, 2));
    }

    @Test
    void twoOwnersOfAPartitionBookOnce() throws InterruptedException {
        List<JournalEntry> entries =
                IntStream.range(0, 200).mapToObj(i -> earning("t" + i, 10, i)).toList();
        List<Thread> owners = new ArrayList<>();
        for (int owner = 0; owner < 3; owner++) {
            int batch = 7 + owner * 6;
            owners.add(Thread.ofVirtual().start(() -> book(entries, batch)));
        }
        for (Thread owner : owners) {
            owner.join();
        }

        assertThat(balances.all().get(KEY).minor()).isEqualTo(-2_000);
        assertThat(journal.sum(KEY, 199)).isEqualTo(-2_000);
        assertThat(journal.sum(KEY, 99)).isEqualTo(-1_000);
    }

    @Test
    void pagesThroughAWorkersEarningsNewestFirst() {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            JournalEntry e = earning("t" + i, 10, i);
            // Several at one moment, as a batch has them.
            entries.add(new JournalEntry(e.entry(), e.source(), NOON.plusSeconds(i / 4)));
        }
        journal.add(entries);

        List<JournalEntry> paged = new ArrayList<>();
        Page<JournalEntry> page = journal.earningsOf("w1", Selection.ALL, null, 10);
        paged.addAll(page.items());
        while (page.next() != null) {
            page = journal.earningsOf("w1", Selection.ALL, Cursor.parse(page.next()), 10);
            paged.addAll(page.items());
        }

        assertThat(paged).hasSize(25).doesNotHaveDuplicates();
        assertThat(paged)
                .extracting(JournalEntry::recordedAt)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(journal.earningsOf("w2", Selection.ALL, null, 10).items()).isEmpty();
    }

    @Test
    void addsUpAllPostings() {
        journal.add(List.of(recorded(Entries.reserve(label("t1", "w1"), rupees(150)), "a-0", 1)));
        journal.add(List.of(earning("t1", 150, 5)));

        TrialBalance balance = TrialBalance.of(journal.turnovers());

        assertThat(balance.balanced()).isTrue();
        assertThat(balance.currencies())
                .singleElement()
                .extracting(TrialBalance.InCurrency::debit)
                .isEqualTo(rupees(300));
    }

    @Test
    void listsAccountsWithTheSumOfTheirParts() {
        book(List.of(earning("t1", 150, 5)), 1);
        book(List.of(recorded(Entries.release(label("t2", "w1"), rupees(7)), "a-1", 1)), 1);
        book(
                List.of(
                        recorded(
                                Entries.release(label("t3", "w1"), new Money(3, "EUR")), "a-1", 2)),
                1);

        List<AccountBalance> first = balances.accounts(null, 3);
        List<AccountBalance> second = balances.accounts(first.getLast().cursor(), 3);

        assertThat(first)
                .extracting(a -> a.account().value(), a -> a.balance())
                .containsExactly(
                        tuple("project:p1:released", new Money(3, "EUR")),
                        tuple("project:p1:released", rupees(7)),
                        tuple("project:p1:reserved", new Money(-3, "EUR")));
        LocalDate availableFrom = LocalDate.ofInstant(NOON, ZoneOffset.UTC).plusDays(7);
        assertThat(second)
                .extracting(a -> a.account().value(), a -> a.balance())
                .containsExactly(
                        tuple("project:p1:reserved", rupees(-157)),
                        tuple(AccountId.held("w1", availableFrom).value(), rupees(150)));
    }

    @Test
    void tellsOfAnEntryThatWasTamperedWith() {
        journal.add(List.of(earning("t1", 150, 5)));
        mongo.getCollection("journal")
                .updateOne(
                        new Document("_id", "t1.w1.label_accepted"),
                        new Document("$set", new Document("postings.0.credit", 149L)));
        List<JournalEntry> sound = new ArrayList<>();
        List<String> broken = new ArrayList<>();

        journal.forEach(sound::add, (id, reason) -> broken.add(id + ": " + reason));

        assertThat(sound).isEmpty();
        assertThat(broken).singleElement().asString().contains("sum of postings: 1");
    }

    @Test
    void selectsAWorkersEarningsByProjectAndTime() {
        JournalEntry first = earning("t1", 10, 1);
        JournalEntry last = earning("t2", 20, 2);
        JournalEntry later = new JournalEntry(last.entry(), last.source(), NOON.plusSeconds(60));
        journal.add(List.of(first, later));

        assertThat(selected(new Selection("p1", null, null))).containsExactly(later, first);
        assertThat(selected(new Selection("p2", null, null))).isEmpty();
        assertThat(selected(new Selection(null, NOON.plusSeconds(1), null))).containsExactly(later);
        assertThat(selected(new Selection(null, null, NOON.plusSeconds(60))))
                .containsExactly(first);
        assertThat(selected(new Selection("p1", NOON, NOON.plusSeconds(61))))
                .containsExactly(later, first);
    }

    private List<JournalEntry> selected(Selection selection) {
        List<JournalEntry> read = new ArrayList<>();
        journal.readEarningsOf(
                "w1",
                selection,
                earnings -> {
                    earnings.forEachRemaining(read::add);
                    return read;
                });
        assertThat(journal.earningsOf("w1", selection, null, 10).items()).isEqualTo(read);
        return read;
    }

    @Test
    void readsWithoutGoingThroughEverything() {
        book(List.of(earning("t1", 150, 5)), 1);
        long before = scans("journal") + scans("balances");

        journal.earningsOf("w1", Selection.ALL, null, 10);
        journal.add(List.of(earning("t1", 150, 5)));
        balances.find(List.of(KEY));
        balances.ofOwners(List.of("worker:w1", "project:p1"));
        book(List.of(earning("t2", 150, 6)), 1);

        assertThat(scans("journal") + scans("balances")).isEqualTo(before);
    }

    private long scans(String collection) {
        Document stats = mongo.executeCommand(new Document("collStats", collection));
        return stats.get("scans", Number.class).longValue();
    }

    private void book(List<JournalEntry> entries, int batch) {
        Bookkeeper bookkeeper = new Bookkeeper(journal, balances);
        for (int from = 0; from < entries.size(); from += batch) {
            List<JournalEntry> some = entries.subList(from, Math.min(entries.size(), from + batch));
            bookkeeper.project(bookkeeper.record(some));
        }
    }

    private static JournalEntry earning(String taskId, long paise, long offset) {
        return recorded(
                Entries.earning(label(taskId, "w1"), rupees(paise), NOON, 7), REVIEWS, offset);
    }
}
