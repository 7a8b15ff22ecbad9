package io.assay.formats.io;

import io.assay.events.Point;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Micro;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes values out of JSON, with a reason where they are not what they should be. */
public final class Nodes {

    private Nodes() {}

    /** A text or a number as text; nothing if it is absent or null. */
    public static Optional<String> text(JsonNode object, String name) throws BadEntry {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            throw BadEntry.unexpected(name, value, "a text");
        }
        return Optional.of(value.isString() ? value.stringValue() : value.toString());
    }

    public static String required(JsonNode object, String name) throws BadEntry {
        return text(object, name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new BadEntry(name + ": missing (expected: a text)"));
    }

    /** A number of pixels, or null. */
    public static @Nullable Integer side(JsonNode object, String name) throws BadEntry {
        Optional<String> text = text(object, name);
        return text.isEmpty() ? null : Integer.valueOf(Micro.side(name, text.get()));
    }

    public static double number(JsonNode object, String name) throws BadEntry {
        return number(name, object.path(name));
    }

    public static double number(String what, JsonNode value) throws BadEntry {
        if (!value.isNumber()) {
            throw BadEntry.unexpected(what, value.isMissingNode() ? "missing" : value, "a number");
        }
        return Micro.finite(what, value.doubleValue());
    }

    public static int whole(String what, JsonNode value) throws BadEntry {
        boolean isWhole = value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
        if (!isWhole || Math.abs(value.doubleValue()) > Integer.MAX_VALUE) {
            throw BadEntry.unexpected(what, value, "a whole number");
        }
        return (int) value.doubleValue();
    }

    /** Numbers, of which there have to be so many. */
    public static List<Double> numbers(String what, JsonNode list, int least, int multipleOf)
            throws BadEntry {
        if (!list.isArray() || list.size() < least || list.size() % multipleOf != 0) {
            throw BadEntry.unexpected(
                    what, list.isArray() ? list.size() + " numbers" : list, "a list of numbers");
        }
        List<Double> numbers = new ArrayList<>(list.size());
        for (JsonNode number : list) {
            numbers.add(number(what, number));
        }
        return numbers;
    }

    /** Points from {@code x, y, x, y, …}. */
    public static List<Point> points(List<Double> numbers) {
        List<Point> points = new ArrayList<>(numbers.size() / 2);
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            points.add(new Point(numbers.get(i), numbers.get(i + 1)));
        }
        return points;
    }

    /** Texts by name, from an object of texts, numbers and truths. */
    public static Map<String, String> texts(JsonNode object) throws BadEntry {
        Map<String, String> texts = new TreeMap<>();
        for (var member : object.properties()) {
            Optional<String> text = text(object, member.getKey());
            if (text.isPresent()) {
                texts.put(member.getKey(), text.get());
            }
        }
        return texts;
    }
}
