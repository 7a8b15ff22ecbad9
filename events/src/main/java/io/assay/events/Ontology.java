package io.assay.events;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be answered in a project.
 *
 * @param classes 1 to 1,000, ids unique
 * @param rotation true if boxes may be turned; absent means false
 * @param verifies with {@code verification}, the tool of the labels that are shown; else absent
 */
public record Ontology(
        Tool tool, List<LabelClass> classes, @Nullable Boolean rotation, @Nullable Tool verifies) {

    public Ontology {
        Objects.requireNonNull(tool, "tool");
        classes = List.copyOf(classes);
    }

    /** Without anything particular to its tool. */
    public Ontology(Tool tool, List<LabelClass> classes) {
        this(tool, classes, null, null);
    }

    /**
     * What the labels that workers are shown must follow: its own rules, or the verified tool's.
     */
    public Ontology ofPreLabels() {
        return verifies == null ? this : new Ontology(verifies, classes, rotation, null);
    }
}
