package io.assay.web;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a library complains of without the names of its classes, which mean nothing to users.
 */
final class PlainWords {

    private static final Pattern ASIDE =
            Pattern.compile(" \\((?:token `[^`]*`|but could if[^)]*|although[^)]*)\\)");
    private static final Pattern READING =
            Pattern.compile("^Cannot deserialize value of type `([^`]*)` from (.*)$");
    private static final Pattern KIND = Pattern.compile("(?:a valid )?`([^`]*)`(?: value)?");
    private static final Pattern CLASS =
            Pattern.compile(
                    "\\b(?:javax?|jakarta|jdk|sun|io\\.assay|tools\\.jackson|com\\.fasterxml"
                            + "|com\\.mongodb|com\\.sun|com\\.twelvemonkeys|org\\.apache|org\\.bson"
                            + "|org\\.springframework|org\\.xml)(?:\\.\\w+)+(?:\\$\\w+)*(?:: )?");

    private PlainWords() {}

    /**
     * @param message of an exception
     */
    static String of(String message) {
        String text = ASIDE.matcher(message).replaceAll("");
        text = READING.matcher(text).replaceFirst(PlainWords::reading);
        text = KIND.matcher(text).replaceAll(kind -> escaped(kind(kind.group(1))));
        return CLASS.matcher(text).replaceAll("").replace(" for Enum class", "").strip();
    }

    private static String reading(MatchResult reading) {
        String kind = kind(reading.group(1));
        String given = reading.group(2);
        return escaped(given.contains("not one of") ? given : given + " (expected: " + kind + ")");
    }

    private static String escaped(String text) {
        return Matcher.quoteReplacement(text);
    }

    /** What people call a type. */
    private static String kind(String type) {
        String plain = type.replaceAll("<.*", "");
        return switch (plain.substring(
                Math.max(plain.lastIndexOf('.'), plain.lastIndexOf('$')) + 1)) {
            case "int", "Integer", "long", "Long", "short", "Short", "byte", "Byte", "BigInteger" ->
                    "a whole number";
            case "double", "Double", "float", "Float", "Number", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String", "CharSequence" -> "a text";
            case "Instant", "OffsetDateTime", "LocalDate" -> "a time";
            case "List", "ArrayList", "Set", "SortedSet", "TreeSet", "HashSet", "Collection" ->
                    "a list";
            default -> "an object of the expected form";
        };
    }
}
