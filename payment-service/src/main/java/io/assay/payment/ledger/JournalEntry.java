package io.assay.payment.ledger;

import java.time.Instant;
import java.util.List;

/** An entry as it stands in the journal: never changed, never removed. */
public record JournalEntry(Entry entry, Source source, Instant recordedAt) {

    public String id() {
        return entry.id();
    }

    /** The parts of balances that this entry moves. */
    public List<BalanceKey> keys() {
        return entry.postings().stream().map(p -> key(p.account())).distinct().toList();
    }

    /** By how much this entry moves a balance, in minor units. */
    public long movement(AccountId account) {
        return entry.postings().stream()
                .filter(p -> p.account().equals(account))
                .mapToLong(p -> p.amount().minor())
                .sum();
    }

    private BalanceKey key(AccountId account) {
        return new BalanceKey(account, entry.currency(), source.partition());
    }
}
