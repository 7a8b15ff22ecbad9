package io.assay.payment.journal;

import io.assay.events.EarningReason;
import io.assay.events.Money;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.AccountKind;
import io.assay.payment.ledger.Earning;
import io.assay.payment.ledger.Entry;
import io.assay.payment.ledger.EntryKind;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.Posting;
import io.assay.payment.ledger.Source;
import io.assay.payment.ledger.TrialBalance;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An entry as a document. */
final class MongoEntry {

    private MongoEntry() {}

    static Document write(JournalEntry journalEntry) {
        Entry entry = journalEntry.entry();
        Document document =
                new Document("_id", entry.id())
                        .append("kind", lower(entry.kind()))
                        .append("projectId", entry.projectId())
                        .append("currency", entry.currency())
                        .append(
                                "postings",
                                entry.postings().stream().map(MongoEntry::write).toList())
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
    static JournalEntry read(Document document) {
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

    static TrialBalance.Turnover readTurnover(Document group) {
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
