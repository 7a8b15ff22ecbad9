package io.assay.payment.journal;

import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.EntryKind;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.Posting;
import io.assay.payment.ledger.TrialBalance;
import io.assay.web.Cursor;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books, for finance. */
@RestController
@RequestMapping("/v1/ledger")
@PreAuthorize("hasRole('FINANCE')")
@Tag(name = "Ledger")
class LedgerController {

    private final MongoJournal journal;
    private final MongoBalances balances;

    LedgerController(MongoJournal journal, MongoBalances balances) {
        this.journal = journal;
        this.balances = balances;
    }

    @GetMapping("/trial-balance")
    @Operation(
            summary = "Adds up the whole journal",
            description =
                    "Per currency and kind of account. Debits equal credits at every moment. Reads"
                            + " every entry.")
    TrialBalance trialBalance() {
        return TrialBalance.of(journal.turnovers());
    }

    @GetMapping("/accounts")
    @Operation(
            summary = "Lists accounts with their balances",
            description = "By name. limit 1 to 200, cursor from the page before.")
    Page<AccountBalance> accounts(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        return Page.of(
                balances.accounts(accountCursor(cursor), size + 1), size, AccountBalance::cursor);
    }

    @GetMapping("/entries")
    @Operation(
            summary = "Lists what was posted to an account",
            description =
                    "Newest first. account as in /v1/ledger/accounts, limit 1 to 200, cursor from the"
                            + " page before.")
    Page<EntryView> entries(
            @RequestParam String account,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return journal.entriesOf(account(account), Cursor.parse(cursor), Page.limit(limit))
                .map(EntryView::of);
    }

    /**
     * An entry.
     *
     * @param source record of the log that it was made from
     */
    record EntryView(
            String id,
            EntryKind kind,
            String projectId,
            List<Posting> postings,
            String source,
            Instant recordedAt) {

        static EntryView of(JournalEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.entry().kind(),
                    entry.entry().projectId(),
                    entry.entry().postings(),
                    entry.source().toString(),
                    entry.recordedAt());
        }
    }

    /**
     * @throws Problem 400 {@code bad-cursor} if it is not one of ours
     */
    private static @Nullable String accountCursor(@Nullable String text) {
        if (text != null && text.indexOf('|') < 0) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: not one from a page before");
        }
        return text;
    }

    /**
     * @throws Problem 400 {@code bad-account} if it is not the name of an account
     */
    private static AccountId account(String value) {
        try {
            return new AccountId(value);
        } catch (IllegalArgumentException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "bad-account", String.valueOf(e.getMessage()));
        }
    }
}
