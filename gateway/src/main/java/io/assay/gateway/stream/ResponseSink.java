package io.assay.gateway.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Writes a stream to a client, and counts. */
final class ResponseSink implements ResultStream.Sink {

    private final OutputStream out;
    private final StreamFormat format;
    private final CursorText cursors;
    private final JsonMapper json;
    private final Pace pace;
    private final LongSupplier nanos;
    private final Counter delivered;
    private final Counter repeats;

    ResponseSink(
            OutputStream out,
            StreamFormat format,
            CursorText cursors,
            JsonMapper json,
            Pace pace,
            LongSupplier nanos,
            MeterRegistry metrics) {
        this.out = out;
        this.format = format;
        this.cursors = cursors;
        this.json = json;
        this.pace = pace;
        this.nanos = nanos;
        this.delivered = metrics.counter("assay.gateway.stream.delivered");
        this.repeats = metrics.counter("assay.gateway.stream.repeats");
    }

    @Override
    public void line(Cursor cursor, ResultRecord.Decoded result) throws IOException {
        StreamFormat.Line line = StreamFormat.Line.of(cursors.of(cursor), result);
        write(format.render(line, json::writeValueAsString));
        delivered.increment();
    }

    @Override
    public void heartbeat() throws IOException {
        write(format.heartbeat());
    }

    @Override
    public void flush() throws IOException {
        long began = nanos.getAsLong();
        out.flush();
        check(0, began);
    }

    @Override
    public void repeat() {
        repeats.increment();
    }

    private void write(byte[] bytes) throws IOException {
        long began = nanos.getAsLong();
        out.write(bytes);
        check(bytes.length, began);
    }

    private void check(int written, long began) {
        if (pace.tooSlow(written, Duration.ofNanos(nanos.getAsLong() - began))) {
            throw new SlowReader();
        }
    }
}
