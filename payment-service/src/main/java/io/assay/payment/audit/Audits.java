package io.assay.payment.audit;

import io.assay.messaging.AlreadyExists;
import io.assay.messaging.Versioned;
import io.assay.payment.journal.MongoBalances;
import io.assay.payment.journal.MongoJournal;
import io.assay.payment.ledger.BalanceKey;
import io.assay.payment.ledger.Difference;
import io.assay.payment.ledger.PartialBalance;
import io.assay.payment.ledger.Recount;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Runs audits, and corrects what they found. */
final class Audits {

    private static final Logger log = LoggerFactory.getLogger(Audits.class);

    /** No audit takes longer. */
    private static final Duration MAX_DURATION = Duration.ofHours(1);

    private final MongoAudits store;
    private final MongoJournal journal;
    private final MongoBalances balances;
    private final Clock clock;
    private final Duration settling;
    private final AtomicLong differences;

    /**
     * @param settling how long an entry may take from the journal into its balances
     */
    Audits(
            MongoAudits store,
            MongoJournal journal,
            MongoBalances balances,
            MeterRegistry meters,
            Clock clock,
            Duration settling) {
        this.store = store;
        this.journal = journal;
        this.balances = balances;
        this.clock = clock;
        this.settling = settling;
        this.differences = meters.gauge("assay.audit.differences", new AtomicLong());
    }

    Optional<Versioned<Audit>> find(String id) {
        return store.find(id);
    }

    /**
     * Runs in the background.
     *
     * @param id of the audit: one that exists already is left as it is
     * @return it, running or as it is
     */
    Versioned<Audit> start(String id, String startedBy) {
        try {
            Versioned<Audit> started = store.insert(id, Audit.started(startedBy, clock.instant()));
            Thread.ofVirtual().name("audit-" + id).start(() -> run(started));
            return started;
        } catch (AlreadyExists _) {
            return store.find(id).orElseThrow();
        }
    }

    /**
     * Sets the balances in which the audit found a difference to what the journal says now.
     *
     * @return how many were changed
     */
    int repair(Audit audit) {
        return (int) audit.differences().stream().filter(this::repair).count();
    }

    /** Gives up those that a process left unfinished when it ended. */
    void giveUpAbandoned() {
        Instant now = clock.instant();
        for (Versioned<Audit> audit : store.runningSince(now.minus(MAX_DURATION))) {
            store.update(audit, audit.state().failed("interrupted", now));
        }
    }

    private void run(Versioned<Audit> started) {
        try {
            Audit done = compare(started.state());
            store.update(started, done);
            differences.set(done.differenceCount());
            log.atLevel(done.differenceCount() == 0 ? Level.INFO : Level.ERROR)
                    .addKeyValue("audit", started.id())
                    .addKeyValue("entries", done.entries())
                    .addKeyValue("differences", done.differenceCount())
                    .log("audit of the ledger done");
        } catch (RuntimeException e) {
            log.atError().addKeyValue("audit", started.id()).setCause(e).log("audit failed");
            store.update(
                    started,
                    started.state().failed(String.valueOf(e.getMessage()), clock.instant()));
        }
    }

    private Audit compare(Audit audit) {
        Map<BalanceKey, PartialBalance> projected = balances.all();
        Recount recount = new Recount(projected, audit.startedAt().minus(settling));
        List<String> broken = new ArrayList<>();
        journal.forEach(recount::count, (id, reason) -> broken.add(id + ": " + reason));
        return audit.done(
                recount.entries() + broken.size(),
                projected.size(),
                recount.differences(),
                broken,
                clock.instant());
    }

    private boolean repair(Difference difference) {
        PartialBalance stored = balances.find(List.of(difference.key())).get(difference.key());
        if (stored == null) {
            // No balance yet: the batch that the entries came from will make it when it is read.
            return false;
        }
        long recounted = journal.sum(stored.key(), stored.lastOffset());
        if (recounted == stored.minor()) {
            return false;
        }
        return balances.write(List.of(stored.corrected(recounted))) || repair(difference);
    }
}
