package io.assay.assignment.guideline;

import io.assay.assignment.assignment.AssignmentProblems;
import io.assay.assignment.assignment.VisibleProjects;
import io.assay.assignment.project.MongoGuidelines;
import io.assay.assignment.project.MongoMembers;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.ChangeWorkers;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.Worker;
import io.assay.events.ApplicationRule;
import io.assay.events.Guideline;
import io.assay.web.Caller;
import io.assay.web.LineDiff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed in a project's guideline, and that a worker has read it. */
@RestController
@RequestMapping("/v1/work/{projectId}")
@PreAuthorize("hasRole('WORKER')")
@Tag(name = "Work")
class GuidelineController {

    /**
     * @param since the version compared with; 0 for none, so that all is new
     * @param version the current one
     * @param materialSince the version that last changed what is asked
     * @param changes in order; long texts of which nearly all changed are one change
     */
    record ChangesView(int since, int version, int materialSince, List<LineDiff.Change> changes) {}

    /**
     * @param version of the guideline that was read: the current one
     */
    record AcknowledgementBody(@NotNull Integer version) {}

    /**
     * @param version the newest that the worker acknowledged
     */
    record Acknowledged(String projectId, int version) {}

    private final VisibleProjects visible;
    private final MongoGuidelines guidelines;
    private final MongoWorkers workers;
    private final ChangeWorkers changes;
    private final MongoMembers members;
    private final Clock clock;

    GuidelineController(
            VisibleProjects visible,
            MongoGuidelines guidelines,
            MongoWorkers workers,
            ChangeWorkers changes,
            MongoMembers members,
            Clock clock) {
        this.visible = visible;
        this.guidelines = guidelines;
        this.workers = workers;
        this.changes = changes;
        this.members = members;
        this.clock = clock;
    }

    @Operation(
            summary = "What changed in a project's guideline",
            description =
                    "Line by line, from the version that I acknowledged, or another, to the current"
                            + " one. Refused: 403 worker-not-found; 404 project-not-found,"
                            + " guideline-not-found.")
    @GetMapping("/guideline/changes")
    ChangesView changes(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @Parameter(description = "the version acknowledged if absent") @RequestParam
                    @Nullable Integer since) {
        Worker worker = worker(caller);
        Guideline current = project(caller, worker, projectId).facts().guideline();
        int from = since == null ? worker.acknowledgedVersion(projectId) : since;
        return new ChangesView(
                from,
                current.version(),
                current.required(),
                LineDiff.between(text(projectId, from), text(projectId, current.version())));
    }

    private String text(String projectId, int version) {
        return version == 0
                ? ""
                : guidelines.find(projectId, version).orElseThrow(GuidelineProblems::noSuchVersion);
    }

    @Operation(
            summary = "Says that I have read the project's guideline",
            description =
                    "Needed before the first lease, and again after each material change. Labels are"
                            + " judged by the version that their worker had acknowledged. Again:"
                            + " nothing changes. Refused: 403 worker-not-found; 404"
                            + " project-not-found; 409 guideline-outdated (version: the current one,"
                            + " to be read), and for who is new to the project"
                            + " applications-closed (from: when it opens, if it does),"
                            + " no-place-left.")
    @PutMapping("/acknowledgement")
    Acknowledged acknowledge(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @RequestBody @Valid AcknowledgementBody body) {
        Worker worker = worker(caller);
        Project project = project(caller, worker, projectId);
        int current = project.facts().guideline().version();
        if (body.version() != current) {
            throw GuidelineProblems.outdated(body.version(), current);
        }
        join(caller.id(), worker, project);
        return changes.acknowledge(caller.id(), projectId, current)
                .map(now -> new Acknowledged(projectId, now.acknowledgedVersion(projectId)))
                .orElseThrow(AssignmentProblems::noWorker);
    }

    /** Whoever reads the guideline for the first time takes a place, where places are limited. */
    private void join(String workerId, Worker worker, Project project) {
        ApplicationRule rule = project.applications();
        if (rule == null || project.isKnownTo(worker)) {
            return;
        }
        Instant now = clock.instant();
        Instant from = rule.from();
        if (!rule.isOpen(now)) {
            throw GuidelineProblems.applicationsClosed(
                    from != null && now.isBefore(from) ? from : null);
        }
        Integer places = rule.places();
        if (places != null && !members.take(project.id(), workerId, places)) {
            throw GuidelineProblems.noPlaceLeft();
        }
    }

    private Worker worker(Caller caller) {
        return workers.find(caller.id()).orElseThrow(AssignmentProblems::noWorker);
    }

    private Project project(Caller caller, Worker worker, String projectId) {
        return visible.find(projectId, caller.id(), worker)
                .orElseThrow(AssignmentProblems::noProject);
    }
}
