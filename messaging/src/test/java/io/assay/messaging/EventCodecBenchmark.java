package io.assay.messaging;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A label on its way into Kafka and out of it again; run by {@code ./assay bench jmh}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EventCodecBenchmark {

    private final EventCodec codec = new EventCodec("benchmark");
    private final Outgoing outgoing = Outgoing.of("e1", Samples.labelSubmitted("cat"));
    private final ProducerRecord<byte[], byte[]> record = codec.encode(outgoing, Samples.NOON);

    @Benchmark
    public ProducerRecord<byte[], byte[]> encodeLabelSubmitted() {
        return codec.encode(outgoing, Samples.NOON);
    }

    @Benchmark
    public Optional<Envelope> decodeLabelSubmitted() {
        return codec.decode(record.headers(), record.value());
    }
}
