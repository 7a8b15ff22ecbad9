package io.assay.payment.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.assay.events.EarningReason;
import io.assay.events.Money;
import io.assay.messaging.DuplicateKeys;
import io.assay.messaging.StoreSetup;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.AccountKind;
import io.assay.payment.ledger.BalanceKey;
import io.assay.payment.ledger.Earning;
import io.assay.payment.ledger.Entry;
import io.assay.payment.ledger.EntryKind;
import io.assay.payment.ledger.Journal;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.Posting;
import io.assay.payment.ledger.Source;
import io.assay.payment.ledger.TrialBalance;
import io.assay.web.Cursor;
import io.assay.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The journal: one document per entry, inserted once and never touched again. */
@Component
public final class MongoJournal implements Journal, StoreSetup {

    private static final int SCAN_BATCH = 5_000;
    private static final int READ_BATCH = 1_000;

    private final MongoTemplate mongo;

    MongoJournal(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** To be called once at start. */
    @Override
    public void prepare() {
        entries()
                .createIndex(
                        Indexes.compoundIndex(
                                Indexes.ascending("earning.workerId"),
                                Indexes.descending("recordedAt", "_id")));
        entries()
                .createIndex(
                        Indexes.compoundIndex(
                                Indexes.ascending("postings.account"),
                                Indexes.descending("recordedAt", "_id")));
    }

    @Override
    public Recorded add(List<JournalEntry> drafts) {
        Set<Integer> existing =
                DuplicateKeys.insertNew(
                        entries(), drafts.stream().map(MongoJournal::write).toList());
        if (existing.isEmpty()) {
            return new Recorded(drafts, ids(drafts));
        }
        List<JournalEntry> repeated = existing.stream().map(drafts::get).toList();
        Map<String, JournalEntry> stored = find(ids(repeated));
        Set<String> added = ids(drafts);
        added.removeAll(stored.keySet());
        return new Recorded(
                drafts.stream().map(d -> stored.getOrDefault(d.id(), d)).toList(), added);
    }

    /**
     * Which of a worker's earnings.
     *
     * @param projectId all if null
     * @param from inclusive; without beginning if null
     * @param to exclusive; without end if null
     */
    public record Selection(
            @Nullable String projectId, @Nullable Instant from, @Nullable Instant to) {

        public static final Selection ALL = new Selection(null, null, null);

        private List<Bson> filters() {
            List<Bson> filters = new ArrayList<>();
            if (projectId != null) {
                filters.add(eq("projectId", projectId));
            }
            if (from != null) {
                filters.add(gte("recordedAt", Date.from(from)));
            }
            if (to != null) {
                filters.add(lt("recordedAt", Date.from(to)));
            }
            return filters;
        }
    }

    /** What a worker earned, newest first. */
    public Page<JournalEntry> earningsOf(
            String workerId, Selection selection, @Nullable Cursor after, int limit) {
        return page(earnings(workerId, selection), after, limit);
    }

    /** What a worker earned, newest first, read while the reader asks for more. */
    public <R> R readEarningsOf(
            String workerId, Selection selection, Function<Iterator<JournalEntry>, R> reader) {
        try (MongoCursor<Document> cursor =
                entries()
                        .find(earnings(workerId, selection))
                        .sort(Sorts.descending("recordedAt", "_id"))
                        .batchSize(READ_BATCH)
                        .cursor()) {
            return reader.apply(
                    new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return cursor.hasNext();
                        }

                        @Override
                        public JournalEntry next() {
                            return read(cursor.next());
                        }
                    });
        }
    }

    private static Bson earnings(String workerId, Selection selection) {
        Bson ofWorker = eq("earning.workerId", workerId);
        List<Bson> filters = selection.filters();
        if (filters.isEmpty()) {
            return ofWorker;
        }
        filters.addFirst(ofWorker);
        return and(filters);
    }

    /** What was posted to an account, newest first. */
    public Page<JournalEntry> entriesOf(AccountId account, @Nullable Cursor after, int limit) {
        return page(eq("postings.account", account.value()), after, limit);
    }

    /**
     * Reads the whole journal.
     *
     * @param broken gets the id of each entry that is not one any more, and why
     */
    public void forEach(Consumer<JournalEntry> each, BiConsumer<String, String> broken) {
        for (Document document : entries().find().batchSize(SCAN_BATCH)) {
            try {
                each.accept(read(document));
            } catch (IllegalArgumentException e) {
                broken.accept(document.getString("_id"), String.valueOf(e.getMessage()));
            }
        }
    }

    /** What the journal says that is inside a balance, in minor units. */
    public long sum(BalanceKey key, long lastOffset) {
        Bson inside =
                and(
                        eq("postings.account", key.account().value()),
                        eq("currency", key.currency()),
                        eq("source.partition", key.partition()),
                        lte("source.offset", lastOffset));
        long sum = 0;
        for (Document document : entries().find(inside).batchSize(SCAN_BATCH)) {
            sum = Math.addExact(sum, read(document).movement(key.account()));
        }
        return sum;
    }

    /** The sums of all postings by kind of account and currency. */
    public List<TrialBalance.Turnover> turnovers() {
        List<TrialBalance.Turnover> turnovers = new ArrayList<>();
        entries()
                .aggregate(
                        List.of(
                                Aggregates.unwind("$postings"),
                                Aggregates.group(
                                        new Document("kind", "$postings.kind")
                                                .append("currency", "$currency"),
                                        Accumulators.sum("debit", "$postings.debit"),
                                        Accumulators.sum("credit", "$postings.credit"))))
                .forEach(document -> turnovers.add(readTurnover(document)));
        return turnovers;
    }

    private Page<JournalEntry> page(Bson filter, @Nullable Cursor after, int limit) {
        List<JournalEntry> found = new ArrayList<>(limit + 1);
        entries()
                .find(after == null ? filter : and(filter, olderThan(after)))
                .sort(Sorts.descending("recordedAt", "_id"))
                .limit(limit + 1)
                .forEach(document -> found.add(read(document)));
        return Page.of(found, limit, last -> new Cursor(last.recordedAt(), last.id()).text());
    }

    private static Bson olderThan(Cursor cursor) {
        Date at = Date.from(cursor.at());
        return or(lt("recordedAt", at), and(eq("recordedAt", at), lt("_id", cursor.id())));
    }

    private Map<String, JournalEntry> find(Set<String> ids) {
        Map<String, JournalEntry> found = new HashMap<>();
        entries().find(in("_id", ids)).forEach(d -> found.put(d.getString("_id"), read(d)));
        return found;
    }

    private static Set<String> ids(List<JournalEntry> entries) {
        Set<String> ids = new HashSet<>();
        entries.forEach(e -> ids.add(e.id()));
        return ids;
    }

    private MongoCollection<Document> entries() {
        return mongo.getCollection("journal");
    }

    private static Document write(JournalEntry journalEntry) {
        Entry entry = journalEntry.entry();
        Document document =
                new Document("_id", entry.id())
                        .append("kind", lower(entry.kind()))
                        .append("projectId", entry.projectId())
                        .append("currency", entry.currency())
                        .append(
                                "postings",
                                entry.postings().stream().map(MongoJournal::write).toList())
                        .append(
                                "source",
                                new Document("partition", journalEntry.source().partition())
                                        .append("offset", journalEntry.source().offset()))
                        .append("recordedAt", Date.from(journalEntry.recordedAt()));
        Earning earning = entry.earning();
        return earning == null ? document : document.append("earning", write(earning));
    }

    /**
     * @throws IllegalArgumentException if the entry is out of balance
     */
    private static JournalEntry read(Document document) {
        String currency = document.getString("currency");
        Document source = document.get("source", Document.class);
        List<Posting> postings =
                document.getList("postings", Document.class).stream()
                        .map(p -> read(p, currency))
                        .toList();
        return new JournalEntry(
                new Entry(
                        document.getString("_id"),
                        EntryKind.valueOf(upper(document.getString("kind"))),
                        document.getString("projectId"),
                        postings,
                        readEarning(document.get("earning", Document.class))),
                new Source(source.getString("partition"), source.getLong("offset")),
                document.getDate("recordedAt").toInstant());
    }

    private static Document write(Posting posting) {
        long minor = posting.amount().minor();
        return new Document("account", posting.account().value())
                .append("kind", lower(posting.account().kind()))
                .append(minor < 0 ? "credit" : "debit", Math.absExact(minor));
    }

    private static Posting read(Document posting, String currency) {
        Long debit = posting.getLong("debit");
        long minor = debit == null ? -posting.getLong("credit") : debit;
        return new Posting(new AccountId(posting.getString("account")), new Money(minor, currency));
    }

    private static Document write(Earning earning) {
        return new Document("workerId", earning.workerId())
                .append("taskId", earning.taskId())
                .append("assignmentId", earning.assignmentId())
                .append("reason", lower(earning.reason()))
                .append("heldUntil", Date.from(earning.heldUntil()));
    }

    private static @Nullable Earning readEarning(@Nullable Document earning) {
        if (earning == null) {
            return null;
        }
        return new Earning(
                earning.getString("workerId"),
                earning.getString("taskId"),
                earning.getString("assignmentId"),
                EarningReason.valueOf(upper(earning.getString("reason"))),
                earning.getDate("heldUntil").toInstant());
    }

    private static TrialBalance.Turnover readTurnover(Document group) {
        Document id = group.get("_id", Document.class);
        return new TrialBalance.Turnover(
                AccountKind.valueOf(upper(id.getString("kind"))),
                id.getString("currency"),
                group.get("debit", Number.class).longValue(),
                group.get("credit", Number.class).longValue());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
