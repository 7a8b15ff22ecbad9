package io.assay.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What holds for every object of an answer, whatever its shape: how many, class, attributes. */
final class ObjectRules {

    private final Map<String, LabelClass> classes = new HashMap<>();
    private final List<String> problems;
    private int characters;

    private ObjectRules(Ontology ontology, List<String> problems) {
        ontology.classes().forEach(known -> classes.put(known.id(), known));
        this.problems = problems;
    }

    static ObjectRules of(Ontology ontology, List<String> problems) {
        return new ObjectRules(ontology, problems);
    }

    /**
     * @param shape told where the object is, as {@code boxes[0]}, and the object
     */
    <T> void each(
            String name,
            List<T> objects,
            Function<T, String> classId,
            Function<T, Map<String, String>> attributes,
            BiConsumer<String, T> shape) {
        if (objects.size() > AnswerRules.MAX_OBJECTS) {
            problems.add(
                    "%s: %d (expected: at most %d)"
                            .formatted(name, objects.size(), AnswerRules.MAX_OBJECTS));
            return;
        }
        for (int i = 0; i < objects.size() && problems.size() < AnswerRules.MAX_PROBLEMS; i++) {
            String at = name + "[" + i + "]";
            T object = objects.get(i);
            knownClass(at + " class", classId.apply(object));
            attributes(at, classId.apply(object), attributes.apply(object));
            shape.accept(at, object);
        }
    }

    void knownClass(String at, String classId) {
        if (!classes.containsKey(classId)) {
            problems.add(
                    at + ": " + Shorten.shorten(classId) + " (expected: one of the project's)");
        }
    }

    @Nullable Skeleton skeleton(String classId) {
        LabelClass known = classes.get(classId);
        return known == null ? null : known.skeleton();
    }

    private void attributes(String at, String classId, Map<String, String> values) {
        LabelClass known = classes.get(classId);
        if (known == null) {
            return;
        }
        values.forEach((id, value) -> characters += id.length() + value.length());
        if (characters > AnswerRules.MAX_ATTRIBUTES_IN_ALL) {
            problems.add(
                    "%s attributes: over %d characters in all (expected: fewer)"
                            .formatted(at, AnswerRules.MAX_ATTRIBUTES_IN_ALL));
            return;
        }
        Map<String, String> left = new TreeMap<>(values);
        for (Attribute attribute : known.attributes()) {
            AttributeRules.problem(attribute, left.remove(attribute.id()))
                    .ifPresent(problem -> problems.add(at + " " + problem));
        }
        for (String unknown : left.keySet()) {
            problems.add(
                    at
                            + " attributes: "
                            + Shorten.shorten(unknown)
                            + " (expected: one of its class's)");
        }
    }
}
