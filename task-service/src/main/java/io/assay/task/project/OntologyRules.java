package io.assay.task.project;

import io.assay.events.Attribute;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Skeleton;
import io.assay.events.Tool;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be answered in a project, tool by tool. */
final class OntologyRules {

    /** Of all names, ids and choices together, so that a project fits into one event. */
    static final int MAX_CHARACTERS = 200_000;

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final Problems problems;

    /** What is drawn, also where that is only verified. */
    private final Tool drawn;

    private OntologyRules(Problems problems, Tool drawn) {
        this.problems = problems;
        this.drawn = drawn;
    }

    static void check(Problems problems, Ontology ontology) {
        verifies(problems, ontology);
        OntologyRules rules = new OntologyRules(problems, ontology.ofPreLabels().tool());
        rules.rotation(ontology);
        rules.classes(ontology.classes());
        problems.range("/ontology (characters)", characters(ontology), 0, MAX_CHARACTERS);
    }

    private static void verifies(Problems problems, Ontology ontology) {
        Tool verifies = ontology.verifies();
        if (ontology.tool() != Tool.VERIFICATION && verifies != null) {
            problems.add("/ontology/verifies", verifies, "only with tool verification");
        } else if (ontology.tool() == Tool.VERIFICATION
                && (verifies == null || verifies == Tool.VERIFICATION)) {
            problems.add(
                    "/ontology/verifies", verifies, "the tool of the labels, not verification");
        }
    }

    private void rotation(Ontology ontology) {
        if (Boolean.TRUE.equals(ontology.rotation()) && drawn != Tool.BOX) {
            problems.add("/ontology/rotation", true, "only with tool box");
        }
    }

    private void classes(List<LabelClass> classes) {
        problems.range("/ontology/classes (size)", classes.size(), 1, 1_000);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < classes.size(); i++) {
            LabelClass labelClass = classes.get(i);
            String pointer = "/ontology/classes/" + i;
            problems.matches(pointer + "/id", labelClass.id(), ID);
            problems.length(pointer + "/name", labelClass.name(), 1, 100);
            unique(pointer + "/id", labelClass.id(), seen);
            attributes(pointer + "/attributes", labelClass.attributes());
            skeleton(pointer + "/skeleton", labelClass);
        }
    }

    private void attributes(String pointer, List<Attribute> attributes) {
        if (!attributes.isEmpty() && !drawn.hasPlaces()) {
            problems.add(pointer + " (size)", attributes.size(), "0, as no objects are drawn");
        }
        problems.range(pointer + " (size)", attributes.size(), 0, 50);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            String at = pointer + "/" + i;
            problems.matches(at + "/id", attribute.id(), ID);
            problems.length(at + "/name", attribute.name(), 1, 100);
            unique(at + "/id", attribute.id(), seen);
            choices(at + "/choices", attribute);
            limits(at, attribute);
        }
    }

    private void choices(String pointer, Attribute attribute) {
        List<String> choices = attribute.choices();
        boolean chosen = attribute.type() == Attribute.Type.CHOICE;
        problems.range(pointer + " (size)", choices.size(), chosen ? 1 : 0, chosen ? 100 : 0);
        texts(pointer, choices, 100);
    }

    private void limits(String pointer, Attribute attribute) {
        Double min = attribute.min();
        Double max = attribute.max();
        boolean number = attribute.type() == Attribute.Type.NUMBER;
        if (min != null && !(number && Double.isFinite(min))) {
            problems.add(pointer + "/min", min, "finite, only with type number");
        }
        if (max != null && !(number && Double.isFinite(max))) {
            problems.add(pointer + "/max", max, "finite, only with type number");
        }
        if (min != null && max != null && min > max) {
            problems.add(pointer + "/min", min, "at most " + max);
        }
    }

    private void skeleton(String pointer, LabelClass labelClass) {
        Skeleton skeleton = labelClass.skeleton();
        if ((skeleton != null) != (drawn == Tool.KEYPOINTS)) {
            problems.add(
                    pointer,
                    skeleton == null ? "absent" : "present",
                    "with tool keypoints, and only there");
        }
        if (skeleton != null) {
            problems.range(pointer + "/points (size)", skeleton.points().size(), 1, 200);
            texts(pointer + "/points", skeleton.points(), 64);
            bones(pointer + "/bones", skeleton);
        }
    }

    private void bones(String pointer, Skeleton skeleton) {
        int last = skeleton.points().size() - 1;
        problems.range(pointer + " (size)", skeleton.bones().size(), 0, 400);
        for (int i = 0; i < skeleton.bones().size(); i++) {
            Skeleton.Bone bone = skeleton.bones().get(i);
            problems.range(pointer + "/" + i + "/from", bone.from(), 0, last);
            problems.range(pointer + "/" + i + "/to", bone.to(), 0, last);
            if (bone.from() == bone.to()) {
                problems.add(pointer + "/" + i + "/to", bone.to(), "another point");
            }
        }
    }

    private void texts(String pointer, List<String> texts, int longest) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            problems.length(pointer + "/" + i, texts.get(i), 1, longest);
            unique(pointer + "/" + i, texts.get(i), seen);
        }
    }

    private void unique(String pointer, String value, Set<String> seen) {
        if (!seen.add(value)) {
            problems.add(pointer, value, "unique");
        }
    }

    private static long characters(Ontology ontology) {
        return ontology.classes().stream().mapToLong(OntologyRules::characters).sum();
    }

    private static long characters(LabelClass labelClass) {
        Skeleton skeleton = labelClass.skeleton();
        return length(labelClass.id())
                + length(labelClass.name())
                + labelClass.attributes().stream().mapToLong(OntologyRules::characters).sum()
                + (skeleton == null ? 0 : lengths(skeleton.points()));
    }

    private static long characters(Attribute attribute) {
        return length(attribute.id()) + length(attribute.name()) + lengths(attribute.choices());
    }

    private static long lengths(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum();
    }

    /** What is missing is reported elsewhere. */
    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
