package io.assay.payment.earning;

import io.assay.events.EarningReason;
import io.assay.events.Money;
import io.assay.payment.journal.MongoBalances;
import io.assay.payment.journal.MongoJournal;
import io.assay.payment.journal.MongoJournal.Selection;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.Earning;
import io.assay.payment.ledger.JournalEntry;
import io.assay.web.Caller;
import io.assay.web.Cursor;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a worker sees of the own money; nobody else's can be asked for. */
@RestController
@RequestMapping("/v1")
@PreAuthorize("hasRole('WORKER')")
@Tag(name = "Earnings")
class EarningController {

    private static final int DEFAULT_DAYS = 31;
    private static final int MAX_DAYS = 62;

    private final MongoJournal journal;
    private final MongoBalances balances;
    private final Clock clock;

    EarningController(MongoJournal journal, MongoBalances balances, Clock clock) {
        this.journal = journal;
        this.balances = balances;
        this.clock = clock;
    }

    @GetMapping("/balance")
    @Operation(
            summary = "Tells what you have",
            description =
                    "One balance per currency, none before the first earning. What is held becomes"
                            + " available at 00:00 UTC of the day that the earning names.")
    BalanceView balance(Caller caller) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<String> owner = List.of(AccountId.ownerWorker(caller.id()));
        return new BalanceView(WorkerBalance.of(balances.ofOwners(owner), today), now);
    }

    @GetMapping("/earnings")
    @Operation(
            summary = "Lists what you earned",
            description =
                    "Newest first; all, or of one project, from and before a moment. limit 1 to 200,"
                            + " cursor from the page before.")
    Page<EarningView> earnings(
            Caller caller,
            @RequestParam(required = false) @Nullable String projectId,
            @Parameter(description = "inclusive") @RequestParam(required = false)
                    @Nullable Instant from,
            @Parameter(description = "exclusive") @RequestParam(required = false)
                    @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return journal.earningsOf(
                        caller.id(),
                        new Selection(projectId, from, to),
                        Cursor.parse(cursor),
                        Page.limit(limit))
                .map(EarningView::of);
    }

    @GetMapping("/earnings/days")
    @Operation(
            summary = "Sums up what you earned by day and project",
            description =
                    "Days with earnings, the latest first; a day begins as it does in the zone. limit"
                            + " 1 to 62 days, 31 if absent; cursor from the page before. 400"
                            + " invalid-request (zone), bad-limit.")
    Page<EarningDay> days(
            Caller caller,
            @Parameter(description = "as Asia/Kolkata") @RequestParam(defaultValue = "UTC")
                    String zone,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ZoneId known = zone(zone);
        int most = days(limit);
        Instant before = cursor == null ? null : EarningDay.before(LocalDate.parse(cursor), known);
        return journal.readEarningsOf(
                caller.id(),
                new Selection(null, null, before),
                earnings -> EarningDay.page(earnings, known, most));
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "zone: not known (expected: as Asia/Kolkata)");
        }
    }

    private static int days(@Nullable Integer asked) {
        int days = asked == null ? DEFAULT_DAYS : asked;
        if (days < 1 || days > MAX_DAYS) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "bad-limit",
                    "limit: " + days + " (expected: 1 to " + MAX_DAYS + ")");
        }
        return days;
    }

    /**
     * @param asOf when this was so
     */
    record BalanceView(List<WorkerBalance> balances, Instant asOf) {}

    /**
     * One earning.
     *
     * @param heldUntil when it may be paid out
     * @param recordedAt to the second: finer it would show what was judged together
     */
    record EarningView(
            String id,
            String projectId,
            String taskId,
            String assignmentId,
            EarningReason reason,
            Money amount,
            Instant heldUntil,
            Instant recordedAt) {

        static EarningView of(JournalEntry entry) {
            Earning earning = Objects.requireNonNull(entry.entry().earning());
            return new EarningView(
                    entry.id(),
                    entry.entry().projectId(),
                    earning.taskId(),
                    earning.assignmentId(),
                    earning.reason(),
                    entry.entry().amount(),
                    earning.heldUntil(),
                    entry.recordedAt().truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
