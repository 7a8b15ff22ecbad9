package io.assay.payment.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.assay.payment.ledger.Difference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of all balances with the journal.
 *
 * @param entries journal entries counted
 * @param balances parts of balances compared
 * @param differenceCount how many did not agree; 0 is what it should be
 * @param differences the first hundred of them
 * @param broken the first hundred entries that are not in balance themselves
 * @param failure why it could not be finished
 */
record Audit(
        Status status,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long entries,
        long balances,
        long differenceCount,
        List<Difference> differences,
        List<String> broken,
        @Nullable String failure) {

    private static final int SHOWN = 100;

    /** Where an audit stands. */
    enum Status {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED
    }

    public Audit {
        differences = List.copyOf(differences);
        broken = List.copyOf(broken);
    }

    static Audit started(String startedBy, Instant now) {
        return new Audit(Status.RUNNING, startedBy, now, null, 0, 0, 0, List.of(), List.of(), null);
    }

    Audit done(
            long entries,
            long balances,
            List<Difference> found,
            List<String> brokenEntries,
            Instant now) {
        return new Audit(
                Status.DONE,
                startedBy,
                startedAt,
                now,
                entries,
                balances,
                found.size() + brokenEntries.size(),
                found.stream().limit(SHOWN).toList(),
                brokenEntries.stream().limit(SHOWN).toList(),
                null);
    }

    Audit failed(String reason, Instant now) {
        return new Audit(
                Status.FAILED, startedBy, startedAt, now, 0, 0, 0, List.of(), List.of(), reason);
    }
}
