package io.assay.messaging;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Hands a poll to the function untouched. The binder's own converter would map every header of
 * every record by JSON, and drop what it cannot convert.
 */
final class BatchConverter implements BatchMessageConverter {

    private static final String RECORDS = "assay_records";

    @SuppressWarnings("unchecked")
    static List<ConsumerRecord<byte[], byte[]>> records(Message<List<byte[]>> message) {
        return (List<ConsumerRecord<byte[], byte[]>>)
                Objects.requireNonNull(message.getHeaders().get(RECORDS));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Message<?> toMessage(
            List<ConsumerRecord<?, ?>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer,
            Type payloadType) {
        List<byte[]> values =
                records.stream()
                        .map(
                                record ->
                                        record.value() == null
                                                ? new byte[0]
                                                : (byte[]) record.value())
                        .toList();
        return MessageBuilder.withPayload(values).setHeader(RECORDS, records).build();
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new UnsupportedOperationException("for consumers only");
    }
}
