package io.assay.review.project;

import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import java.util.List;

/**
 * What review needs to know of a project.
 *
 * @param sequence of the event it was learnt from; older ones are refused
 * @param skill that its labels are made in, and its gold answers measure
 * @param guidelineVersion current
 * @param settled false until the tasks that waited for this state have been looked at again
 */
public record ReviewedProject(
        String projectId,
        long sequence,
        String name,
        Ontology ontology,
        OverlapRule overlap,
        String skill,
        int guidelineVersion,
        boolean settled) {

    public static ReviewedProject of(ProjectChanged event, long sequence) {
        return new ReviewedProject(
                event.projectId(),
                sequence,
                event.name(),
                event.ontology(),
                event.overlap(),
                event.tierRule().skill(),
                event.guideline().version(),
                false);
    }

    /** The newer of the two; waiting tasks need a look only if what decides them has changed. */
    public ReviewedProject succeededBy(ReviewedProject next) {
        if (next.sequence <= sequence) {
            return this;
        }
        return settled && decidesLike(next) ? next.asSettled() : next;
    }

    /** True if every task would be decided in the same way under the other. */
    public boolean decidesLike(ReviewedProject other) {
        return overlap.equals(other.overlap) && classIds().equals(other.classIds());
    }

    public ReviewedProject asSettled() {
        return new ReviewedProject(
                projectId, sequence, name, ontology, overlap, skill, guidelineVersion, true);
    }

    private List<String> classIds() {
        return ontology.classes().stream().map(LabelClass::id).toList();
    }
}
