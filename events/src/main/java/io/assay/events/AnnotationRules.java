package io.assay.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What holds for every annotation, whatever its geometry: how many, class, attributes. */
final class AnnotationRules {

    private final Map<String, LabelClass> classes = new HashMap<>();
    private final List<String> problems;
    private int characters;

    private AnnotationRules(Ontology ontology, List<String> problems) {
        ontology.classes().forEach(known -> classes.put(known.id(), known));
        this.problems = problems;
    }

    static AnnotationRules of(Ontology ontology, List<String> problems) {
        return new AnnotationRules(ontology, problems);
    }

    /**
     * @param geometry checks what differs by tool; gets the place, such as {@code boxes[0]}, and
     *     the annotation
     */
    <A extends Annotation> void each(
            String name, List<A> annotations, BiConsumer<String, A> geometry) {
        if (annotations.size() > AnswerRules.MAX_OBJECTS) {
            problems.add(
                    "%s: %d (expected: at most %d)"
                            .formatted(name, annotations.size(), AnswerRules.MAX_OBJECTS));
            return;
        }
        for (int i = 0; i < annotations.size() && problems.size() < AnswerRules.MAX_PROBLEMS; i++) {
            String at = name + "[" + i + "]";
            A annotation = annotations.get(i);
            knownClass(at + " class", annotation.classId());
            attributes(at, annotation.classId(), annotation.attributes());
            geometry.accept(at, annotation);
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
