package io.assay.formats.data;

import io.assay.events.Attribute;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Skeleton;
import io.assay.events.Tool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes of a project as formats name them: written by name, or by id where the name would not
 * be read as that class; read by id or else by name.
 */
public final class Classes {

    private final Ontology ontology;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, LabelClass> byName = new HashMap<>();

    public Classes(Ontology ontology) {
        this.ontology = ontology;
        Set<String> doubled = new HashSet<>();
        for (LabelClass known : ontology.classes()) {
            byId.put(known.id(), byId.size());
            if (byName.put(known.name(), known) != null) {
                doubled.add(known.name());
            }
        }
        byName.keySet().removeAll(doubled);
    }

    public Tool tool() {
        return ontology.tool();
    }

    /** Whether boxes may be turned. */
    public boolean mayTurn() {
        return Boolean.TRUE.equals(ontology.rotation());
    }

    public List<LabelClass> all() {
        return ontology.classes();
    }

    /** Its place in the ontology, from 0. */
    public int index(String classId) {
        Integer index = byId.get(classId);
        if (index == null) {
            throw new IllegalArgumentException("class: " + classId + " (expected: a known one)");
        }
        return index;
    }

    public LabelClass get(String classId) {
        return ontology.classes().get(index(classId));
    }

    /** What a file calls the class, so that {@link #named} gives it back. */
    public String written(String classId) {
        LabelClass known = get(classId);
        String name = known.name();
        boolean isPlain =
                name.equals(name.strip()) && name.codePoints().noneMatch(Classes::isUnfit);
        boolean isOwn = !byId.containsKey(name) && known.equals(byName.get(name));
        return isPlain && isOwn ? name : classId;
    }

    /** What some format cannot say, or takes for the end of a name. */
    private static boolean isUnfit(int c) {
        return !Losses.isXml(c) || Character.isISOControl(c);
    }

    /** Whether a file means a class by that. */
    public boolean has(String name) {
        return byId.containsKey(name) || byName.containsKey(name);
    }

    /** The class that a file means. */
    public LabelClass named(String name) throws BadEntry {
        Integer index = byId.get(name);
        if (index != null) {
            return ontology.classes().get(index);
        }
        LabelClass known = byName.get(name);
        if (known == null) {
            throw BadEntry.unexpected("class", name, "one of the project's");
        }
        return known;
    }

    /** Names of the points of a class's figures. */
    public static List<String> points(LabelClass known) {
        Skeleton skeleton = known.skeleton();
        return skeleton == null ? List.of() : skeleton.points();
    }

    public static Optional<Attribute> attribute(LabelClass known, String id) {
        return known.attributes().stream().filter(a -> a.id().equals(id)).findFirst();
    }
}
