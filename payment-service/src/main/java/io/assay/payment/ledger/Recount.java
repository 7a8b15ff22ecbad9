package io.assay.payment.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares balances with the journal while both go on: the balances are read first, and of the
 * journal only what they say is inside them counts, so what is booked meanwhile makes no
 * difference. Feed it every entry, then ask for the {@link #differences()}. Not thread-safe.
 */
public final class Recount {

    private final Map<BalanceKey, PartialBalance> balances;
    private final Instant settledBefore;
    private final Map<BalanceKey, Long> counted = new HashMap<>();
    private final Map<BalanceKey, Long> missing = new HashMap<>();
    private long entries;

    /**
     * @param balances as read before the first entry
     * @param settledBefore an entry older than this must be inside its balances; a newer one may
     *     still be on its way there
     */
    public Recount(Map<BalanceKey, PartialBalance> balances, Instant settledBefore) {
        this.balances = Map.copyOf(balances);
        this.settledBefore = settledBefore;
    }

    /** Counts one entry. */
    public void count(JournalEntry entry) {
        entries++;
        for (BalanceKey key : entry.keys()) {
            long movement = entry.movement(key.account());
            if (inside(entry, key)) {
                counted.merge(key, movement, Math::addExact);
            } else if (entry.recordedAt().isBefore(settledBefore)) {
                missing.merge(key, movement, Math::addExact);
            }
        }
    }

    public long entries() {
        return entries;
    }

    /** Where a balance is not what the journal says, ordered by account. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        balances.forEach((key, balance) -> compare(key, balance.minor(), differences));
        missing.keySet().stream()
                .filter(key -> !balances.containsKey(key))
                .forEach(key -> compare(key, 0, differences));
        return differences.stream().sorted().toList();
    }

    private void compare(BalanceKey key, long projected, List<Difference> differences) {
        long recounted = counted.getOrDefault(key, 0L) + missing.getOrDefault(key, 0L);
        if (recounted != projected || missing.containsKey(key)) {
            differences.add(Difference.of(key, projected, recounted));
        }
    }

    private boolean inside(JournalEntry entry, BalanceKey key) {
        PartialBalance balance = balances.get(key);
        return balance != null && entry.source().offset() <= balance.lastOffset();
    }
}
