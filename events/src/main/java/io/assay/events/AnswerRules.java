package io.assay.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What makes an answer valid for a project, shared by the services that accept answers: gold and
 * pre-labels on import, labels from workers, decisions of reviewers. An invalid answer never enters
 * an event.
 */
public final class AnswerRules {

    /** Most objects (boxes, polygons, figures, …) in one answer. */
    public static final int MAX_OBJECTS = 500;

    /** Shortest side of a box in pixels: what is smaller nobody drew, and it matches nothing. */
    public static final double MIN_SIDE = 0.1;

    /** Smallest area of an outline in square pixels, likewise. */
    public static final double MIN_AREA = MIN_SIDE * MIN_SIDE;

    /** Most points in one outline or line. */
    public static final int MAX_POINTS = 2_000;

    /**
     * Most points in one answer. This and the following keep a document with the answers of all
     * workers who may see one picture within the 16 MB that a store takes, and an event within the
     * 1 MB that a broker takes.
     */
    public static final int MAX_POINTS_IN_ALL = 10_000;

    /** Most runs in the masks of one answer. */
    public static final int MAX_RUNS = 50_000;

    /** Most characters of one transcript. */
    public static final int MAX_TEXT = 5_000;

    /** Most characters of the transcripts of one answer. */
    public static final int MAX_TEXT_IN_ALL = 20_000;

    /** Most characters of all attributes, ids and values, of one answer. */
    public static final int MAX_ATTRIBUTES_IN_ALL = 50_000;

    /**
     * Most bytes of one answer as JSON: coordinates of many digits make few points long. An event
     * may hold an answer and the one that it replaces, of which a broker takes 1 MB.
     */
    public static final int MAX_BYTES = 450_000;

    /** Most problems that are listed of one answer. */
    public static final int MAX_PROBLEMS = 20;

    private AnswerRules() {}

    /**
     * Everything that is wrong with the answer, as sentences for people, at most {@link
     * #MAX_PROBLEMS}; empty if it is valid.
     *
     * @param width of the picture in pixels, null where unknown: shapes then have no far edge
     * @param height likewise
     */
    public static List<String> problems(
            Answer answer, Ontology ontology, @Nullable Integer width, @Nullable Integer height) {
        if (answer.tool() != ontology.tool()) {
            return List.of(
                    "tool: " + name(answer.tool()) + " (expected: " + name(ontology.tool()) + ")");
        }
        List<String> problems = new ArrayList<>();
        check(answer, ontology, new Frame(width, height), problems);
        if (problems.isEmpty()) {
            size(answer, problems);
        }
        return problems.size() <= MAX_PROBLEMS
                ? problems
                : List.copyOf(problems.subList(0, MAX_PROBLEMS));
    }

    private static void size(Answer answer, List<String> problems) {
        long bytes = AnswerSize.bytes(answer);
        if (bytes > MAX_BYTES) {
            problems.add(
                    "answer: %,d bytes as JSON (expected: at most %,d; fewer points, or fewer digits)"
                            .formatted(bytes, MAX_BYTES));
        }
    }

    private static void check(
            Answer answer, Ontology ontology, Frame frame, List<String> problems) {
        AnnotationRules rules = AnnotationRules.of(ontology, problems);
        ShapeRules shapes = ShapeRules.of(frame, problems);
        switch (answer) {
            case Answer.Category category -> rules.knownClass("class", category.classId());
            case Answer.Tags tags -> tags.classIds().forEach(id -> rules.knownClass("class", id));
            case Answer.Verification _ -> {}
            case Answer.Boxes(var boxes) ->
                    rules.each("boxes", boxes, (at, b) -> shapes.box(at, b, mayTurn(ontology)));
            case Answer.Polygons(var polygons) ->
                    rules.each("polygons", polygons, (at, p) -> shapes.outline(at, p.points()));
            case Answer.Polylines(var polylines) ->
                    rules.each("polylines", polylines, (at, p) -> shapes.line(at, p.points()));
            case Answer.Keypoints(var figures) ->
                    rules.each(
                            "figures",
                            figures,
                            (at, f) -> shapes.keypoints(at, f, rules.skeleton(f.classId())));
            case Answer.Masks(var masks) -> rules.each("masks", masks, shapes::mask);
            case Answer.Transcripts(var transcripts) ->
                    rules.each("transcripts", transcripts, shapes::transcript);
        }
    }

    private static boolean mayTurn(Ontology ontology) {
        return Boolean.TRUE.equals(ontology.rotation());
    }

    private static String name(Tool tool) {
        return tool.name().toLowerCase(Locale.ROOT);
    }
}
