package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTests {

    private final EventCodec codec = new EventCodec("probe-service");

    private ProducerRecord<byte[], byte[]> encoded() {
        return codec.encode(new Outgoing("e1", 7, Samples.labelSubmitted("x"), null), Samples.NOON);
    }

    @Test
    void readsBackWhatItWrote() {
        ProducerRecord<byte[], byte[]> record = encoded();

        Envelope read = codec.decode(record.headers(), record.value()).orElseThrow();

        assertThat(read.event()).isEqualTo(Samples.labelSubmitted("x"));
        assertThat(read.id()).isEqualTo("e1");
        assertThat(read.sequence()).isEqualTo(7);
        assertThat(read.source()).isEqualTo("/probe-service");
        assertThat(read.time()).isEqualTo(Samples.NOON);
    }

    @Test
    void writesCloudEventsInBinaryModeKeyedByTheAggregate() {
        ProducerRecord<byte[], byte[]> record = encoded();

        assertThat(record.topic()).isEqualTo("assay.labels");
        assertThat(new String(record.key(), StandardCharsets.UTF_8))
                .isEqualTo(Samples.labelSubmitted("x").taskId());
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("assay.LabelSubmitted");
        assertThat(header(record, "ce_subject")).isEqualTo(Samples.labelSubmitted("x").taskId());
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .startsWith("{\"assignmentId\"");
    }

    @Test
    void tracesATaskUnderItsOwnId() {
        assertThat(header(encoded(), "traceparent"))
                .matches("00-" + Samples.labelSubmitted("x").taskId() + "-[0-9a-f]{16}-01");
    }

    @Test
    void passesOverTypesThatItDoesNotKnow() {
        ProducerRecord<byte[], byte[]> record = encoded();
        record.headers().remove("ce_type").add("ce_type", "assay.FromTheFuture".getBytes());

        assertThat(codec.decode(record.headers(), record.value())).isEmpty();
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        ProducerRecord<byte[], byte[]> record = encoded();
        String longer =
                new String(record.value(), StandardCharsets.UTF_8)
                        .replaceFirst("\\{", "{\"new\":[1],");

        assertThat(codec.decode(record.headers(), longer.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "\"text\"",
                "{\"assignmentId\":\"a\"}",
                "{\"taskId\":{}}"
            })
    void refusesDataThatIsNotOfTheType(String data) {
        ProducerRecord<byte[], byte[]> record = encoded();

        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(record.headers(), data.getBytes()));
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] data = encoded().value().clone();
        data[data.length / 2] = (byte) 0xC3;
        data[data.length / 2 + 1] = (byte) 0x28;

        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(encoded().headers(), data));
    }

    @Test
    void refusesRecordsThatAreNoCloudEvents() {
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(new RecordHeaders(), new byte[] {1, 2, 3}));
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(encoded().headers(), null));
    }

    @Test
    void namesTheNestedFieldThatIsAbsent() {
        ProducerRecord<byte[], byte[]> record = encoded();
        String without =
                new String(record.value(), StandardCharsets.UTF_8)
                        .replace("\"currency\":\"INR\"", "\"other\":1");

        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(record.headers(), without.getBytes()));
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
