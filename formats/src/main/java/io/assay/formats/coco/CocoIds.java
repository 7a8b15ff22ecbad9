package io.assay.formats.coco;

import io.assay.formats.data.BadEntry;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Ids as files have them: 7, 7.0 and "7" are one and the same. */
final class CocoIds {

    private static final int MAX_LENGTH = 256;

    private CocoIds() {}

    static String of(JsonNode object, String name) throws BadEntry {
        JsonNode id = object.path(name);
        if (id.isMissingNode() || id.isNull()) {
            throw new BadEntry(
                    name + ": " + (id.isNull() ? "null" : "missing") + " (expected: an id)");
        }
        String text = id.isString() ? id.stringValue().strip() : "";
        if (!text.isEmpty() && text.length() <= MAX_LENGTH) {
            return text.matches("(0|-?[1-9]\\d*)\\.0+")
                    ? text.substring(0, text.indexOf('.'))
                    : text;
        }
        if (id.isNumber() && Double.isFinite(id.doubleValue())) {
            BigDecimal number = id.decimalValue().stripTrailingZeros();
            if (number.scale() <= 0 && number.precision() - number.scale() <= 40) {
                return number.toPlainString();
            }
        }
        throw BadEntry.unexpected(name, id, "a whole number or a text");
    }
}
