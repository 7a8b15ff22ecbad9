package io.assay.gateway.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One client's stream: reads a batch, leaves out what is not the client's or is a repeat, writes
 * the rest. The next batch is read only when this one is written, so a slow client reads slowly.
 */
final class ResultStream {

    private static final Duration POLL = Duration.ofMillis(500);

    private final ResultReader reader;
    private final Occurrences occurrences;
    private final Entitlement entitlement;
    private final Sink sink;
    private final Duration heartbeat;
    private final Clock clock;
    private Cursor cursor;

    /** Where lines go. */
    interface Sink {

        void line(Cursor cursor, ResultRecord.Decoded result) throws IOException;

        void heartbeat() throws IOException;

        /** Hands on to the client what was written. */
        void flush() throws IOException;

        /** A record left out, as its result was delivered from another position. */
        void repeat();
    }

    ResultStream(
            ResultReader reader,
            Occurrences occurrences,
            Entitlement entitlement,
            Sink sink,
            Duration heartbeat,
            Clock clock) {
        this.reader = reader;
        this.occurrences = occurrences;
        this.entitlement = entitlement;
        this.sink = sink;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.cursor = reader.start();
    }

    /** Writes all there is, while it is wanted. */
    void drain(BooleanSupplier wanted) throws IOException {
        while (!reader.atEnd() && wanted.getAsBoolean() && entitlement.stillStands()) {
            deliver(reader.next(POLL, entitlement::covers));
        }
        sink.flush();
    }

    /** Writes all there is and all that comes, while it is wanted. */
    void follow(BooleanSupplier wanted) throws IOException {
        Instant written = clock.instant();
        while (wanted.getAsBoolean() && entitlement.stillStands()) {
            if (deliver(reader.next(POLL, entitlement::covers))) {
                written = clock.instant();
            } else if (clock.instant().isAfter(written.plus(heartbeat))) {
                sink.heartbeat();
                sink.flush();
                written = clock.instant();
            }
        }
    }

    /** Whether anything was written. */
    private boolean deliver(List<ResultRecord> batch) throws IOException {
        if (batch.isEmpty() || !entitlement.stillStands()) {
            return false;
        }
        Map<String, String> canonical = occurrences.canonical(seen(batch));
        boolean written = false;
        for (ResultRecord record : batch) {
            cursor = cursor.after(record.partition(), record.offset());
            ResultRecord.Decoded result = record.result();
            if (result == null || !entitlement.covers(result.projectId())) {
                continue;
            }
            if (record.position().equals(canonical.get(result.id()))) {
                sink.line(cursor, result);
                written = true;
            } else {
                sink.repeat();
            }
        }
        if (written) {
            sink.flush();
        }
        return written;
    }

    /** This client's results only: whoever may read a result decides on it, for all who may. */
    private Map<String, String> seen(List<ResultRecord> batch) {
        Map<String, String> seen = new HashMap<>();
        for (ResultRecord record : batch) {
            ResultRecord.Decoded result = record.result();
            if (result != null && entitlement.covers(result.projectId())) {
                seen.putIfAbsent(result.id(), record.position());
            }
        }
        return seen;
    }
}
