package io.assay.payment.ledger;

/** An account's share of one partition of one topic, in one currency. */
public record BalanceKey(AccountId account, String currency, String partition) {

    /** The identity of the stored document. */
    public String id() {
        return account + "|" + currency + "|" + partition;
    }
}
