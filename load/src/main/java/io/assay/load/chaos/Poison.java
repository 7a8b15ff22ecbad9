package io.assay.load.chaos;

import io.assay.events.EventType;
import io.assay.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record that no service can make sense of.
 *
 * @param marker unlike any other; stands in its key and its value
 */
record Poison(Topic topic, Kind kind, String marker) {

    /** What is wrong with it. */
    enum Kind {
        /** bytes that are not even UTF-8 */
        GARBAGE,
        /** JSON, but not of its type */
        WRONG_JSON,
        /** no CloudEvents headers */
        NO_HEADERS,
        /** a type that nobody knows: ignored and counted, as a newer service might send it */
        UNKNOWN_TYPE;

        boolean isDeadLetter() {
            return this != UNKNOWN_TYPE;
        }
    }

    static Poison any(Topic topic, int number, RandomGenerator random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        return new Poison(topic, kind, "poison-%d-%08x".formatted(number, random.nextInt()));
    }

    ProducerRecord<byte[], byte[]> record() {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic.topicName(), bytes(marker), value());
        if (kind != Kind.NO_HEADERS) {
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", marker);
            header(record, "ce_source", "/chaos");
            header(record, "ce_type", type());
            header(record, "ce_subject", marker);
            header(record, "content-type", "application/json");
        }
        return record;
    }

    private byte[] value() {
        return switch (kind) {
            case GARBAGE -> garbage();
            case WRONG_JSON, NO_HEADERS, UNKNOWN_TYPE ->
                    bytes("{\"marker\":\"" + marker + "\",\"taskId\":17}");
        };
    }

    private byte[] garbage() {
        byte[] text = bytes(marker);
        byte[] garbage = Arrays.copyOf(text, text.length + 4);
        garbage[text.length] = (byte) 0xff;
        garbage[text.length + 1] = (byte) 0xfe;
        return garbage;
    }

    private String type() {
        return kind == Kind.UNKNOWN_TYPE
                ? "assay.NobodyKnowsThis"
                : Arrays.stream(EventType.values())
                        .filter(type -> type.topic() == topic)
                        .findFirst()
                        .orElseThrow()
                        .typeName();
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
