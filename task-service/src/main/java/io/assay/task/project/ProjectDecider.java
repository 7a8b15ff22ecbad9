package io.assay.task.project;

import static io.assay.events.ProjectStatus.CLOSED;
import static io.assay.events.ProjectStatus.DRAFT;
import static io.assay.events.ProjectStatus.PAUSED;
import static io.assay.events.ProjectStatus.PUBLISHED;

import io.assay.events.ProjectStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/** The life of a project: draft, then published and paused at will, then closed for good. */
final class ProjectDecider {

    /** All are kept, as a lease keeps the card that it was given under. */
    static final int MAX_RATE_CARDS = 1_000;

    private ProjectDecider() {}

    static ProjectDecision create(
            String projectId, String requesterId, ProjectSpec spec, String createdAs, Instant now) {
        List<FieldProblem> problems = ProjectRules.problems(spec);
        return problems.isEmpty()
                ? new ProjectDecision.Changed(
                        Project.draft(projectId, requesterId, spec, createdAs, now))
                : new ProjectRefusal.Invalid(problems);
    }

    static ProjectDecision decide(Project project, ProjectCommand command, Instant now) {
        return switch (command) {
            case ProjectCommand.Edit(var spec) ->
                    edit(project, spec, GuidelineChange.MATERIAL, now);
            case ProjectCommand.EditGuideline(var markdown, var change) ->
                    edit(project, project.spec().withGuideline(markdown), change, now);
            case ProjectCommand.Publish _ -> move(project, EnumSet.of(DRAFT), PUBLISHED, now);
            case ProjectCommand.Pause _ -> move(project, EnumSet.of(PUBLISHED), PAUSED, now);
            case ProjectCommand.Resume _ -> move(project, EnumSet.of(PAUSED), PUBLISHED, now);
            case ProjectCommand.Close _ ->
                    move(project, EnumSet.of(DRAFT, PUBLISHED, PAUSED), CLOSED, now);
        };
    }

    private static ProjectDecision move(
            Project project, EnumSet<ProjectStatus> from, ProjectStatus to, Instant now) {
        return from.contains(project.status())
                ? new ProjectDecision.Changed(project.with(to, now))
                : new ProjectRefusal.WrongStatus(project.status());
    }

    private static ProjectDecision edit(
            Project project, ProjectSpec next, GuidelineChange change, Instant now) {
        if (project.status() == CLOSED) {
            return new ProjectRefusal.WrongStatus(CLOSED);
        }
        List<FieldProblem> problems = ProjectRules.problems(next);
        if (!problems.isEmpty()) {
            return new ProjectRefusal.Invalid(problems);
        }
        if (project.rateVersion() >= MAX_RATE_CARDS && !next.pricesLike(project.spec())) {
            return new ProjectRefusal.Frozen(List.of("/rateCard"));
        }
        List<String> frozen = project.status() == DRAFT ? List.of() : frozen(project.spec(), next);
        if (!frozen.isEmpty()) {
            return new ProjectRefusal.Frozen(frozen);
        }
        return next.equals(project.spec())
                ? new ProjectDecision.Unchanged()
                : new ProjectDecision.Changed(project.with(next, change, now));
    }

    /** Answers, skills and accounts already rest on these. */
    private static List<String> frozen(ProjectSpec now, ProjectSpec next) {
        List<String> pointers = new ArrayList<>();
        addIfOther(pointers, "/ontology", now.ontology(), next.ontology());
        addIfOther(pointers, "/goldRate", now.goldRate(), next.goldRate());
        addIfOther(pointers, "/tierRule", now.tierRule(), next.tierRule());
        addIfOther(pointers, "/holdDays", now.holdDays(), next.holdDays());
        addIfOther(
                pointers,
                "/rateCard/base/currency",
                now.basePrice().currency(),
                next.basePrice().currency());
        return pointers;
    }

    private static void addIfOther(List<String> pointers, String pointer, Object now, Object next) {
        if (!Objects.equals(now, next)) {
            pointers.add(pointer);
        }
    }
}
