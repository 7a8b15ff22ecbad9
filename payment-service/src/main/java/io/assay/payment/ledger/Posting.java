package io.assay.payment.ledger;

import io.assay.events.Money;

/**
 * One side of an entry.
 *
 * @param amount positive if value enters the account (debit), negative if it leaves (credit)
 */
public record Posting(AccountId account, Money amount) {}
