package io.assay.payment.ledger;

import java.util.Comparator;

/**
 * A balance that is not what the journal adds up to.
 *
 * @param partition whose part of the balance it is
 * @param projected what the balance says, in minor units
 * @param recounted what the journal says, in minor units
 */
public record Difference(
        String account, String currency, String partition, long projected, long recounted)
        implements Comparable<Difference> {

    private static final Comparator<Difference> BY_ACCOUNT =
            Comparator.comparing(Difference::account)
                    .thenComparing(Difference::currency)
                    .thenComparing(Difference::partition);

    static Difference of(BalanceKey key, long projected, long recounted) {
        return new Difference(
                key.account().value(), key.currency(), key.partition(), projected, recounted);
    }

    /** The balance that this is about. */
    public BalanceKey key() {
        return new BalanceKey(new AccountId(account), currency, partition);
    }

    @Override
    public int compareTo(Difference other) {
        return BY_ACCOUNT.compare(this, other);
    }
}
