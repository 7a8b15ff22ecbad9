package io.assay.payment.journal;

import io.assay.payment.ledger.AccountId;
import io.assay.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What may be wrong in a request for entries. */
final class JournalProblems {

    private JournalProblems() {}

    /**
     * @throws Problem 400 {@code bad-cursor} if it is not one of ours
     */
    static @Nullable String accountCursor(@Nullable String text) {
        if (text != null && text.indexOf('|') < 0) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: not one from a page before");
        }
        return text;
    }

    /**
     * @throws Problem 400 {@code bad-account} if it is not the name of an account
     */
    static AccountId account(String value) {
        try {
            return new AccountId(value);
        } catch (IllegalArgumentException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "bad-account", String.valueOf(e.getMessage()));
        }
    }
}
