package io.assay.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What makes an answer valid for a project, shared by the services that accept answers: gold on
 * import, labels from workers, decisions of reviewers. An invalid answer never enters an event.
 */
public final class AnswerRules {

    /** Most boxes in one answer. */
    public static final int MAX_BOXES = 500;

    /** A box may leave the picture by this many pixels: clients round. */
    private static final double EDGE_TOLERANCE = 0.5;

    private AnswerRules() {}

    /**
     * Everything that is wrong with the answer, as sentences for people; empty if it is valid.
     *
     * @param width of the picture in pixels, null where unknown: boxes are then not held to it
     * @param height likewise
     */
    public static List<String> problems(
            Answer answer, Ontology ontology, @Nullable Integer width, @Nullable Integer height) {
        Set<String> known =
                ontology.classes().stream().map(LabelClass::id).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        Tool used =
                switch (answer) {
                    case Answer.Category category -> {
                        checkClasses(List.of(category.classId()), known, problems);
                        yield Tool.CATEGORY;
                    }
                    case Answer.Tags tags -> {
                        checkClasses(tags.classIds(), known, problems);
                        yield Tool.TAGS;
                    }
                    case Answer.Boxes boxes -> {
                        checkBoxes(boxes.boxes(), known, width, height, problems);
                        yield Tool.BOX;
                    }
                };
        if (used != ontology.tool()) {
            return List.of("tool: " + name(used) + " (expected: " + name(ontology.tool()) + ")");
        }
        return problems;
    }

    private static void checkClasses(
            Collection<String> classIds, Set<String> known, List<String> problems) {
        for (String classId : classIds) {
            if (!known.contains(classId)) {
                problems.add("class: " + shortened(classId) + " (expected: one of the project's)");
            }
        }
    }

    private static void checkBoxes(
            List<Box> boxes,
            Set<String> known,
            @Nullable Integer width,
            @Nullable Integer height,
            List<String> problems) {
        if (boxes.size() > MAX_BOXES) {
            problems.add("boxes: " + boxes.size() + " (expected: at most " + MAX_BOXES + ")");
            return;
        }
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            checkClasses(List.of(box.classId()), known, problems);
            checkSide("boxes[" + i + "] x", box.x(), box.width(), width, problems);
            checkSide("boxes[" + i + "] y", box.y(), box.height(), height, problems);
        }
    }

    private static void checkSide(
            String what,
            double start,
            double size,
            @Nullable Integer limit,
            List<String> problems) {
        if (!Double.isFinite(start) || !Double.isFinite(size) || size <= 0) {
            problems.add(what + ": size " + size + " (expected: finite and over 0)");
        } else if (start < -EDGE_TOLERANCE
                || (limit != null && start + size > limit + EDGE_TOLERANCE)) {
            problems.add(
                    "%s: %s to %s (expected: within 0 to %s)"
                            .formatted(
                                    what, start, start + size, limit == null ? "the edge" : limit));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }

    private static String name(Tool tool) {
        return tool.name().toLowerCase(Locale.ROOT);
    }
}
