package io.assay.payment.journal;

import io.assay.events.Money;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.AccountKind;

/** An account with its whole balance in one currency. */
record AccountBalance(AccountId account, AccountKind kind, Money balance) {

    /** Where the next page begins if this is the last one of a page. */
    String cursor() {
        return account + "|" + balance.currency();
    }
}
