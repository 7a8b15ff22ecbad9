package io.assay.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Domain states to documents and back, by Jackson, so that domain types need no mapping of their
 * own. Instants become dates (of millisecond precision), which indexes can order.
 */
final class StateMapper {

    /** Stands in keys for the dot, which a document's field name should not hold. */
    private static final char DOT = '\uFF0E';

    private final JsonMapper json =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, new InstantAsDate())
                                    .addSerializer(Date.class, new DateAsIs())
                                    .addDeserializer(Instant.class, new InstantFromDate()))
                    .changeDefaultPropertyInclusion(
                            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    Document toDocument(Object state) {
        return renamed(json.convertValue(state, Map.class), '.', DOT, StateMapper::bson);
    }

    <S> S toState(Document document, Class<S> type) {
        return json.convertValue(renamed(document, DOT, '.', StateMapper::plain), type);
    }

    private static @Nullable Object bson(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> renamed(map, '.', DOT, StateMapper::bson);
            case List<?> list -> list.stream().map(StateMapper::bson).toList();
            case null, default -> value;
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> renamed(map, DOT, '.', StateMapper::plain);
            case List<?> list -> list.stream().map(StateMapper::plain).toList();
            case null, default -> value;
        };
    }

    private static Document renamed(
            Map<?, ?> map, char from, char to, UnaryOperator<@Nullable Object> below) {
        Document document = new Document();
        map.forEach(
                (key, value) -> document.put(((String) key).replace(from, to), below.apply(value)));
        return document;
    }

    private static final class InstantAsDate extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeEmbeddedObject(Date.from(value));
        }
    }

    /** Documents are read from maps that hold dates: these must arrive untouched. */
    private static final class DateAsIs extends ValueSerializer<Date> {
        @Override
        public void serialize(Date value, JsonGenerator out, SerializationContext context) {
            out.writeEmbeddedObject(value);
        }
    }

    private static final class InstantFromDate extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            return ((Date) in.getEmbeddedObject()).toInstant();
        }
    }
}
