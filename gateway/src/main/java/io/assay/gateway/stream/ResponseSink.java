package io.assay.gateway.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes a stream to a client, and counts. */
final class ResponseSink implements ResultStream.Sink {

    private final OutputStream out;
    private final StreamFormat format;
    private final JsonMapper json;
    private final Counter delivered;
    private final Counter repeats;

    ResponseSink(OutputStream out, StreamFormat format, JsonMapper json, MeterRegistry metrics) {
        this.out = out;
        this.format = format;
        this.json = json;
        this.delivered = metrics.counter("assay.gateway.stream.delivered");
        this.repeats = metrics.counter("assay.gateway.stream.repeats");
    }

    @Override
    public void line(Cursor cursor, ResultRecord.Decoded result) throws IOException {
        out.write(format.render(StreamFormat.Line.of(cursor, result), json::writeValueAsString));
        delivered.increment();
    }

    @Override
    public void heartbeat() throws IOException {
        out.write(format.heartbeat());
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void repeat() {
        repeats.increment();
    }
}
