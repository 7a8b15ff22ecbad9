package io.assay.payment.journal;

import io.assay.payment.ledger.JournalEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries, newest first.
 *
 * @param next where the next page begins; null if there is none
 */
public record EntryPage(List<JournalEntry> entries, @Nullable Cursor next) {

    /**
     * @param found up to one more than {@code limit}
     */
    static EntryPage of(List<JournalEntry> found, int limit) {
        if (found.size() <= limit) {
            return new EntryPage(found, null);
        }
        return new EntryPage(found.subList(0, limit), Cursor.of(found.get(limit - 1)));
    }

    /** For the answer's {@code next}. */
    public @Nullable String nextCursor() {
        return next == null ? null : next.text();
    }
}
