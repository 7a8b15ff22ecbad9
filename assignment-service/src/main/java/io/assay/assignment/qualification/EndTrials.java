package io.assay.assignment.qualification;

import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.events.AssignmentReturned;
import io.assay.events.LabelReviewed;
import io.assay.messaging.Received;
import java.util.List;
import java.util.Optional;

/**
 * Ends a tutorial or a test as soon as its last question is judged or was given back, and counts
 * anew where a verdict was corrected.
 */
final class EndTrials {

    private record Taker(String projectId, String workerId, boolean corrected) {}

    private final Qualify qualify;
    private final Projects projects;

    EndTrials(Qualify qualify, Projects projects) {
        this.qualify = qualify;
        this.projects = projects;
    }

    void end(List<Received> batch) {
        batch.stream()
                .flatMap(received -> taker(received).stream())
                .distinct()
                .forEach(
                        taker ->
                                projects.find(taker.projectId())
                                        .ifPresent(project -> end(taker, project)));
    }

    private void end(Taker taker, Project project) {
        if (taker.corrected()) {
            qualify.recount(taker.workerId(), project);
        } else {
            qualify.settled(taker.workerId(), project);
        }
    }

    private static Optional<Taker> taker(Received received) {
        return switch (received.event()) {
            case LabelReviewed e when e.terms().trial() != null ->
                    Optional.of(new Taker(e.projectId(), e.workerId(), e.corrects() != null));
            case AssignmentReturned e when e.terms().trial() != null ->
                    Optional.of(new Taker(e.projectId(), e.workerId(), false));
            default -> Optional.empty();
        };
    }
}
