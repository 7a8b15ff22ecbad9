package io.assay.load.chaos;

import io.assay.cli.client.Json;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An event as it stands on a topic.
 *
 * @param source who sent it, such as {@code /task-service}; empty if the record is no event
 * @param id of the event; empty if the record is none
 * @param data of the event; missing if it is not JSON
 */
public record LoggedEvent(String topic, String source, String id, String type, JsonNode data) {

    static LoggedEvent of(ConsumerRecord<byte[], byte[]> record) {
        return new LoggedEvent(
                record.topic(),
                header(record, "ce_source"),
                header(record, "ce_id"),
                header(record, "ce_type"),
                data(record));
    }

    /** Whether it says that this happened, such as {@code LabelSubmitted}. */
    public boolean is(String name) {
        return type.equals("assay." + name);
    }

    public String text(String field) {
        return data.path(field).asString("");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode data(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null
                    ? MissingNode.getInstance()
                    : Json.read(record.value(), JsonNode.class);
        } catch (JacksonException poison) {
            return MissingNode.getInstance();
        }
    }
}
