package io.assay.events;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What values an attribute takes. */
final class AttributeRules {

    private static final int MAX_TEXT = 500;

    private AttributeRules() {}

    /**
     * @param value null if the object does not have it
     */
    static Optional<String> problem(Attribute attribute, @Nullable String value) {
        if (value == null) {
            return Boolean.TRUE.equals(attribute.required())
                    ? Optional.of(
                            attribute.id() + ": missing (expected: " + expected(attribute) + ")")
                    : Optional.empty();
        }
        return fits(attribute, value)
                ? Optional.empty()
                : Optional.of(
                        "%s: %s (expected: %s)"
                                .formatted(
                                        attribute.id(),
                                        Shorten.shorten(value),
                                        expected(attribute)));
    }

    private static boolean fits(Attribute attribute, String value) {
        return switch (attribute.type()) {
            case FLAG -> value.equals("true") || value.equals("false");
            case CHOICE -> attribute.choices().contains(value);
            case NUMBER -> isWithin(attribute, value);
            case TEXT -> value.length() <= MAX_TEXT;
        };
    }

    private static boolean isWithin(Attribute attribute, String value) {
        if (value.length() > 32 || !value.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            return false;
        }
        double number = Double.parseDouble(value);
        Double min = attribute.min();
        Double max = attribute.max();
        return Double.isFinite(number)
                && (min == null || number >= min)
                && (max == null || number <= max);
    }

    private static String expected(Attribute attribute) {
        return switch (attribute.type()) {
            case FLAG -> "true or false";
            case CHOICE -> "one of " + Shorten.shorten(String.join(", ", attribute.choices()));
            case NUMBER -> "a number" + from(attribute.min()) + to(attribute.max());
            case TEXT -> "up to " + MAX_TEXT + " characters";
        };
    }

    private static String from(@Nullable Double min) {
        return min == null ? "" : " from " + min;
    }

    private static String to(@Nullable Double max) {
        return max == null ? "" : " to " + max;
    }
}
