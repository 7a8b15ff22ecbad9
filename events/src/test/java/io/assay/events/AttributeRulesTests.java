package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeRulesTests {

    private static final List<Attribute> ATTRIBUTES =
            List.of(
                    attribute("occluded", Attribute.Type.FLAG, List.of(), true, null, null),
                    attribute(
                            "colour",
                            Attribute.Type.CHOICE,
                            List.of("red", "blue"),
                            null,
                            null,
                            null),
                    attribute("speed", Attribute.Type.NUMBER, List.of(), null, 0.0, 90.0),
                    attribute("note", Attribute.Type.TEXT, List.of(), null, null, null));

    @ParameterizedTest
    @CsvSource({
        "occluded, true",
        "occluded, false",
        "colour, red",
        "speed, 2.5",
        "speed, 9e1",
        "note, anything"
    })
    void takesValuesOfTheirType(String id, String value) {
        assertThat(problems(with(id, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "occluded, yes, true or false",
        "colour, green, 'one of red, blue'",
        "speed, fast, a number from 0.0 to 90.0",
        "speed, -1, a number from 0.0 to 90.0",
        "speed, 90.1, a number from 0.0 to 90.0",
        "speed, NaN, a number from 0.0 to 90.0",
        "speed, 1e999, a number from 0.0 to 90.0",
        "speed, 0x10, a number from 0.0 to 90.0"
    })
    void refusesValuesOfAnotherType(String id, String value, String expected) {
        assertThat(problems(with(id, value)))
                .containsExactly("boxes[0] %s: %s (expected: %s)".formatted(id, value, expected));
    }

    @Test
    void refusesWhatIsMissingUnknownOrTooLong() {
        assertThat(problems(Map.of()))
                .containsExactly("boxes[0] occluded: missing (expected: true or false)");
        assertThat(problems(with("price", "1")))
                .containsExactly("boxes[0] attributes: price (expected: one of its class's)");
        assertThat(problems(with("note", "x".repeat(501)))).hasSize(1);
    }

    @Test
    void refusesTooMuchOfThemInAll() {
        Box box = box(with("note", "x".repeat(500)));

        assertThat(problems(Collections.nCopies(90, box))).isEmpty();
        assertThat(problems(Collections.nCopies(500, box)))
                .contains("boxes[96] attributes: over 50000 characters in all (expected: fewer)");
    }

    @Test
    void aValueOfNullIsNone() {
        Map<String, String> none = new HashMap<>();
        none.put("note", null);

        assertThat(box(none)).isEqualTo(box(Map.of()));
    }

    private static List<String> problems(Map<String, String> attributes) {
        return problems(List.of(box(attributes)));
    }

    private static List<String> problems(List<Box> boxes) {
        Ontology ontology =
                new Ontology(Tool.BOX, List.of(new LabelClass("car", "Car", ATTRIBUTES, null)));
        return AnswerRules.problems(new Answer.Boxes(boxes), ontology, 100, 50);
    }

    private static Map<String, String> with(String id, String value) {
        return id.equals("occluded") ? Map.of(id, value) : Map.of("occluded", "true", id, value);
    }

    private static Box box(Map<String, String> attributes) {
        return new Box("car", 0, 0, 10, 10, null, attributes);
    }

    private static Attribute attribute(
            String id,
            Attribute.Type type,
            List<String> choices,
            Boolean required,
            Double min,
            Double max) {
        return new Attribute(id, id, type, choices, required, min, max);
    }
}
