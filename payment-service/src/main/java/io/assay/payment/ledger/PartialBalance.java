package io.assay.payment.ledger;

import java.util.List;

/**
 * The part of an account's balance that came from one partition of one topic. A partition is read
 * in order by one consumer, so "everything up to this offset" names exactly what is inside: at any
 * moment, {@code minor} is the sum of the journal's postings to this account, in this currency,
 * from this partition, up to {@code lastOffset}. An entry is therefore counted once, however often
 * its record is read, and no transaction spans the accounts of an entry.
 *
 * @param minor minor units of the key's currency
 * @param lastOffset of the newest entry inside, -1 if there is none
 * @param revision 0 while it is not stored, then counted up with every write
 */
public record PartialBalance(BalanceKey key, long minor, long lastOffset, long revision) {

    public static PartialBalance none(BalanceKey key) {
        return new PartialBalance(key, 0, -1, 0);
    }

    /**
     * With the entries that are newer than what is inside; itself if none is.
     *
     * @param entries all of this key's partition, in any order; together with what is inside they
     *     must be all entries of this key up to the newest among them
     */
    public PartialBalance advance(List<JournalEntry> entries) {
        List<JournalEntry> newer =
                entries.stream().filter(e -> e.source().offset() > lastOffset).toList();
        if (newer.isEmpty()) {
            return this;
        }
        long next = minor;
        long last = lastOffset;
        for (JournalEntry e : newer) {
            next = Math.addExact(next, e.movement(key.account()));
            last = Math.max(last, e.source().offset());
        }
        return new PartialBalance(key, next, last, revision);
    }

    /** With the amount that a recount found; what is inside stays the same. */
    public PartialBalance corrected(long recounted) {
        return new PartialBalance(key, recounted, lastOffset, revision);
    }
}
