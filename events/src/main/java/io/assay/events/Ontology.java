package io.assay.events;

import java.util.List;

/**
 * What may be answered in a project.
 *
 * @param classes 1 to 1,000, ids unique
 */
public record Ontology(Tool tool, List<LabelClass> classes) {

    public Ontology {
        classes = List.copyOf(classes);
    }
}
