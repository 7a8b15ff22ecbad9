package io.assay.payment.journal;

import io.assay.payment.ledger.Bookkeeper.Booked;
import io.assay.payment.ledger.Entry;
import io.assay.payment.ledger.EntryKind;
import io.assay.payment.ledger.JournalEntry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what is booked; what a repeated batch finds booked already does not count again. */
public final class LedgerMetrics {

    private final MeterRegistry meters;

    LedgerMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    public void booked(Booked booked) {
        booked.fresh().stream().map(JournalEntry::entry).forEach(this::count);
    }

    private void count(Entry entry) {
        String kind = entry.kind().name().toLowerCase(Locale.ROOT);
        meters.counter("assay.journal.entries", "kind", kind).increment();
        if (entry.kind() == EntryKind.EARNING) {
            meters.counter("assay.earnings.recorded").increment();
            meters.counter("assay.earnings.minor", "currency", entry.currency())
                    .increment((double) entry.amount().minor());
        }
    }
}
