package io.assay.load.chaos;

import io.assay.cli.client.Http;
import io.assay.cli.client.Pause;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.Session;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Asks for the trial balance again and again, while everything goes on. */
final class JournalWatch {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    private final Session finance;
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger unbalanced = new AtomicInteger();

    JournalWatch(Session finance) {
        this.finance = finance;
    }

    int looks() {
        return looks.get();
    }

    /** Looks that found debits unlike credits. */
    int unbalanced() {
        return unbalanced.get();
    }

    /** Until interrupted. */
    void run() {
        try {
            while (true) {
                look();
                Pause.of(POLL_INTERVAL);
            }
        } catch (CancellationException stopped) {
            // enough seen
        }
    }

    private void look() {
        try {
            JsonNode trial = finance.get("/v1/ledger/trial-balance", JsonNode.class);
            looks.incrementAndGet();
            if (!trial.path("balanced").asBoolean(false)) {
                unbalanced.incrementAndGet();
            }
        } catch (ProblemException | Http.Unreachable down) {
            // payment is one of the victims; the next look counts
        }
    }
}
