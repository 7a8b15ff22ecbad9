package io.assay.payment.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A journal that crashes between any two of its writes when told to. */
final class MemoryJournal implements Journal {

    private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
    private final Crashes crashes;

    MemoryJournal(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public Recorded add(List<JournalEntry> drafts) {
        Set<String> added = new HashSet<>();
        for (JournalEntry draft : crashes.shuffled(drafts)) {
            crashes.mayHappen();
            if (entries.putIfAbsent(draft.id(), draft) == null) {
                added.add(draft.id());
            }
        }
        return new Recorded(drafts.stream().map(d -> stored(d.id())).toList(), added);
    }

    List<JournalEntry> all() {
        return new ArrayList<>(entries.values());
    }

    private JournalEntry stored(String id) {
        JournalEntry entry = entries.get(id);
        if (entry == null) {
            throw new AssertionError("not in the journal: " + id);
        }
        return entry;
    }
}
