package io.assay.task.importing;

import io.assay.events.Answer;
import io.assay.formats.io.JsonFaults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads a row to the letter: what is unknown, doubled, of another type or left over is refused. */
final class ImportRowJson {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .withCoercionConfig(LogicalType.Textual, ImportRowJson::textOnly)
                    .build();

    private ImportRowJson() {}

    /** A number is no text. */
    private static void textOnly(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    static ImportRow read(String line) throws BadRow {
        return read("row", line, ImportRow.class);
    }

    /** An answer in a cell of the column. */
    static Answer answer(String column, String cell) throws BadRow {
        try {
            return read(column, cell, Answer.class);
        } catch (BadRow e) {
            throw new BadRow(column, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T read(String what, String json, Class<T> type) throws BadRow {
        try {
            T value = STRICT.readValue(json, type);
            if (value == null) {
                throw new BadRow(null, what + ": null (expected: an object)");
            }
            return value;
        } catch (DatabindException e) {
            throw new BadRow(path(e), reason(what, e));
        } catch (JacksonException e) {
            String place = JsonFaults.place(e).map(at -> " (" + at + ")").orElse("");
            throw new BadRow(path(e), what + ": not JSON: " + JsonFaults.reason(e) + place);
        }
    }

    /** Shaped {@code field: what is wrong}; a field is named only once. */
    private static String reason(String what, DatabindException e) {
        String path = path(e);
        String reason = JsonFaults.reason(e);
        boolean isNamed = e instanceof UnrecognizedPropertyException;
        return isNamed ? reason : (path == null ? what : path) + ": " + reason;
    }

    private static @Nullable String path(JacksonException e) {
        String path = String.join(".", JsonFaults.path(e));
        return path.isEmpty() ? null : path;
    }
}
