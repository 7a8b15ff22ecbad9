package io.assay.formats.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with JSON in words for people, without those of the library that read it. */
public final class JsonFaults {

    private static final int MAX_SHOWN = 100;

    /** What the parser says, and what that means. */
    private static final Map<Pattern, String> SYNTAX =
            Map.of(
                    Pattern.compile("(?s)Unexpected end-of-input.*"),
                    "ends too early",
                    Pattern.compile("(?s)(?:Non-standard token|Unrecognized token) '([^']*)'.*"),
                    "%s is no value of JSON",
                    Pattern.compile("(?s)Unexpected character \\(('.+'|.+?) \\(code .*"),
                    "unexpected %s",
                    Pattern.compile("(?s)Duplicate Object property \"(.*)\".*"),
                    "%s twice",
                    Pattern.compile("(?s)Illegal unquoted character.*"),
                    "a control character within a text",
                    Pattern.compile("(?s)Unrecognized character escape '(.*)'.*"),
                    "\\%s is no escape of JSON",
                    Pattern.compile("(?s)Invalid UTF-8.*"),
                    "not UTF-8",
                    Pattern.compile("(?s)Trailing token.*"),
                    "more than one value");

    private JsonFaults() {}

    /** Without the place. */
    public static String reason(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    shown(unknown.getPropertyName()) + ": unknown field";
            case InvalidTypeIdException type ->
                    "tool: %s (expected: a tool such as category, tags or box)"
                            .formatted(
                                    type.getTypeId() == null ? "missing" : shown(type.getTypeId()));
            case ValueInstantiationException refused -> refusal(refused);
            case InvalidNullException _ -> "null (expected: a value)";
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case UnexpectedEndOfInputException _ -> "ends too early";
            case StreamConstraintsException _ -> "too deep or too long";
            case StreamReadException syntax -> syntax(syntax);
            default -> "not what is expected";
        };
    }

    /** Line and column, from 1, if they are known. */
    public static Optional<String> place(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? Optional.empty()
                : Optional.of(
                        "line %d, column %d"
                                .formatted(
                                        e.getLocation().getLineNr(),
                                        e.getLocation().getColumnNr()));
    }

    /** What the constructor of one of our records said. */
    private static String refusal(ValueInstantiationException e) {
        return switch (e.getCause()) {
            case IllegalArgumentException given -> shown(given.getMessage());
            case NullPointerException given when isName(given.getMessage()) ->
                    given.getMessage() + ": missing";
            case null, default -> "incomplete (expected: every member that it needs)";
        };
    }

    private static boolean isName(@Nullable String text) {
        return text != null && text.matches("[A-Za-z]{1,40}");
    }

    private static String mismatch(MismatchedInputException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Trailing token")) {
            return "more than one value (expected: one)";
        }
        if (message.startsWith("No content to map")) {
            return "empty (expected: a value)";
        }
        if (message.startsWith("Cannot map `null`")) {
            return "missing or null (expected: a value)";
        }
        return "not " + expected(e.getTargetType());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "what is expected";
        }
        if (type == Integer.class
                || type == int.class
                || type == Long.class
                || type == long.class) {
            return "a whole number in range";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type.isEnum() || CharSequence.class.isAssignableFrom(type)) {
            return type.isEnum() ? "one of its values" : "a text";
        }
        return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String syntax(StreamReadException e) {
        String message = String.valueOf(e.getOriginalMessage());
        for (Map.Entry<Pattern, String> known : SYNTAX.entrySet()) {
            Matcher matcher = known.getKey().matcher(message);
            if (matcher.matches()) {
                return matcher.groupCount() == 0
                        ? known.getValue()
                        : known.getValue().formatted(shown(matcher.group(1)));
            }
        }
        return "malformed";
    }

    private static String shown(@Nullable String text) {
        String all = String.valueOf(text);
        return all.length() <= MAX_SHOWN ? all : all.substring(0, MAX_SHOWN) + "…";
    }

    /** The names on the way to what is wrong, from the outside. */
    public static List<String> path(JacksonException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                step.getPropertyName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getPropertyName())
                .toList();
    }
}
