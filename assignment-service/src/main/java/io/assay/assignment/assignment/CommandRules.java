package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Decision.Refused;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.events.Answer;
import io.assay.events.AnswerRules;
import io.assay.events.Media;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import java.time.Instant;
import java.util.List;

/** What the project has to say to a worker's command, before the assignment's state decides. */
final class CommandRules {

    private final Projects projects;

    CommandRules(Projects projects) {
        this.projects = projects;
    }

    Decision decide(Assignment assignment, Command command, Instant now) {
        return switch (command) {
            case Command.Submit(Submission.Label label) -> label(assignment, label, now);
            case Command.Submit(Submission work) -> AssignmentDecider.answer(assignment, work, now);
            case Command.GiveBack(var reason) ->
                    AssignmentDecider.giveBack(assignment, reason, now);
            case Command.Extend _ -> extend(assignment, now);
        };
    }

    private Decision label(Assignment assignment, Submission.Label label, Instant now) {
        List<String> problems = problems(assignment.lease(), label.answer());
        return problems.isEmpty()
                ? AssignmentDecider.answer(assignment, label, now)
                : new Refused(new CommandRefusal.Invalid(problems));
    }

    private List<String> problems(Lease lease, Answer answer) {
        Media media = lease.media();
        return AnswerRules.problems(
                answer, project(lease).ontology(), media.width(), media.height());
    }

    private Decision extend(Assignment assignment, Instant now) {
        ProjectChanged project = project(assignment.lease());
        return project.status() == ProjectStatus.CLOSED
                ? new Refused(new CommandRefusal.ProjectClosed())
                : AssignmentDecider.extend(assignment, project.leaseRule(), now);
    }

    private ProjectChanged project(Lease lease) {
        return projects.find(lease.projectId()).map(Project::facts).orElseThrow();
    }
}
