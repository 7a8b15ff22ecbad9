package io.assay.formats.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON with limits on how deep and how long anything is. */
public final class Json {

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNameLength(1_024)
                    .maxNumberLength(100)
                    .maxStringLength(LimitedInput.ELEMENT)
                    .build();

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(LIMITS)
                                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                                    // Python writes NaN; it is refused where it stands, also when
                                    // it waited on disk
                                    .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                    // else the last of two members would win
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .changeDefaultPropertyInclusion(
                            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** What was written by {@link #bytes}. */
    static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    public static <T> T value(byte[] json, Class<T> type) throws BadEntry {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new BadEntry("JSON: " + message(e));
        }
    }

    public static <T> T value(String json, Class<T> type) throws BadEntry {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new BadEntry("JSON: " + message(e));
        }
    }

    /** Writes to a stream that it does not close. */
    public static JsonGenerator generator(OutputStream out) {
        return MAPPER.createGenerator(out, JsonEncoding.UTF8);
    }

    /** Reads from a stream, element by element. */
    static JsonParser parser(InputStream in) {
        return MAPPER.createParser(in);
    }

    static @Nullable JsonNode element(JsonParser parser) {
        return parser.readValueAsTree();
    }

    /** What a parser threw, as what this module throws. */
    static IOException failure(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return new UnusableFile("JSON: " + message(e));
    }

    private static String message(JacksonException e) {
        String where = JsonFaults.place(e).map(place -> " (" + place + ")").orElse("");
        String path = String.join(".", JsonFaults.path(e));
        return BadEntry.brief((path.isEmpty() ? "" : path + ": ") + JsonFaults.reason(e)) + where;
    }
}
