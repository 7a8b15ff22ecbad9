package io.assay.payment.ledger;

import java.util.List;
import java.util.Set;

/** Where entries stand. */
public interface Journal {

    /**
     * Adds the entries whose ids are not there yet. A crash may leave any part of them added.
     *
     * @return what stands in the journal under these ids, in their order
     */
    Recorded add(List<JournalEntry> entries);

    /**
     * @param entries one per id that was given: the one that was there first
     * @param added ids that this call added
     */
    record Recorded(List<JournalEntry> entries, Set<String> added) {}
}
