package io.assay.payment.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Books a batch in two steps that may be interrupted and repeated anywhere: first the journal, then
 * the balances. The journal's unique ids make an entry one; the offsets inside {@link
 * PartialBalance} make its effect one.
 */
public final class Bookkeeper {

    private final Journal journal;
    private final Balances balances;

    public Bookkeeper(Journal journal, Balances balances) {
        this.journal = journal;
        this.balances = balances;
    }

    /**
     * Adds to the journal.
     *
     * @param entries made from one batch, in the order of their offsets
     * @return what stands there now under these ids. An entry that came from elsewhere, from a
     *     partition that is not in this batch or from further on in one that is, is left out: its
     *     turn comes when that record is read, and balances move in the order of offsets.
     */
    public Booked record(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return new Booked(List.of(), Set.of());
        }
        Map<String, Long> read =
                entries.stream()
                        .map(JournalEntry::source)
                        .collect(Collectors.toMap(Source::partition, Source::offset, Math::max));
        Journal.Recorded recorded = journal.add(firstOfEachId(entries));
        List<JournalEntry> ours =
                recorded.entries().stream()
                        .filter(
                                e ->
                                        e.source().offset()
                                                <= read.getOrDefault(e.source().partition(), -1L))
                        .toList();
        return new Booked(ours, recorded.added());
    }

    /** Moves the balances by what {@link #record} returned. */
    public void project(Booked booked) {
        Map<BalanceKey, List<JournalEntry>> byKey = byKey(booked.entries());
        List<PartialBalance> next = advanced(byKey);
        while (!next.isEmpty() && !balances.write(next)) {
            next = advanced(byKey);
        }
    }

    private List<PartialBalance> advanced(Map<BalanceKey, List<JournalEntry>> byKey) {
        Map<BalanceKey, PartialBalance> stored = balances.find(byKey.keySet());
        List<PartialBalance> next = new ArrayList<>();
        byKey.forEach(
                (key, entries) -> {
                    PartialBalance before = stored.getOrDefault(key, PartialBalance.none(key));
                    PartialBalance after = before.advance(entries);
                    if (!after.equals(before)) {
                        next.add(after);
                    }
                });
        return next;
    }

    private static List<JournalEntry> firstOfEachId(List<JournalEntry> entries) {
        Map<String, JournalEntry> first = new LinkedHashMap<>();
        entries.forEach(e -> first.putIfAbsent(e.id(), e));
        return List.copyOf(first.values());
    }

    private static Map<BalanceKey, List<JournalEntry>> byKey(List<JournalEntry> entries) {
        Map<BalanceKey, List<JournalEntry>> byKey = new HashMap<>();
        for (JournalEntry entry : entries) {
            entry.keys().forEach(k -> byKey.computeIfAbsent(k, _ -> new ArrayList<>()).add(entry));
        }
        return byKey;
    }

    /**
     * @param entries of this batch's partitions as they stand in the journal
     * @param added ids of those that were not there before
     */
    public record Booked(List<JournalEntry> entries, Set<String> added) {

        /** Those that were not there before. */
        public List<JournalEntry> fresh() {
            return entries.stream().filter(e -> added.contains(e.id())).toList();
        }
    }
}
