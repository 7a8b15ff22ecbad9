package io.assay.payment.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the parts of balances stand. */
public interface Balances {

    /** Those that are stored. */
    Map<BalanceKey, PartialBalance> find(Collection<BalanceKey> keys);

    /**
     * Stores each whose stored revision is still the given one, each by itself. A crash may leave
     * any part of them stored.
     *
     * @return false if one or more were not stored
     */
    boolean write(List<PartialBalance> next);
}
