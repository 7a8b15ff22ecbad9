package io.assay.payment.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Balances that crash between any two of their writes when told to. */
final class MemoryBalances implements Balances {

    private final Map<BalanceKey, PartialBalance> stored = new HashMap<>();
    private final Crashes crashes;

    MemoryBalances(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public Map<BalanceKey, PartialBalance> find(Collection<BalanceKey> keys) {
        return keys.stream()
                .filter(stored::containsKey)
                .collect(Collectors.toMap(k -> k, stored::get));
    }

    @Override
    public boolean write(List<PartialBalance> next) {
        boolean all = true;
        for (PartialBalance balance : crashes.shuffled(next)) {
            crashes.mayHappen();
            all &= writeOne(balance);
        }
        return all;
    }

    Map<BalanceKey, PartialBalance> all() {
        return Map.copyOf(stored);
    }

    void corrupt(BalanceKey key, long minor) {
        stored.computeIfPresent(key, (_, b) -> b.corrected(minor));
    }

    private boolean writeOne(PartialBalance next) {
        PartialBalance now = stored.getOrDefault(next.key(), PartialBalance.none(next.key()));
        if (now.revision() != next.revision()) {
            return false;
        }
        stored.put(
                next.key(),
                new PartialBalance(
                        next.key(), next.minor(), next.lastOffset(), next.revision() + 1));
        return true;
    }
}
