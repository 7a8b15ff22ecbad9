package io.assay.task.project;

import io.assay.events.Guideline;
import io.assay.messaging.Versioned;
import io.assay.web.Caller;
import io.assay.web.ETags;
import io.assay.web.Fingerprint;
import io.assay.web.IdempotencyKey;
import io.assay.web.LineDiff;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects of a requester. Every answer with one project carries its version as ETag. */
@RestController
@RequestMapping("/v1/projects")
@Tag(name = "Projects", description = "What is to be labelled, by which rules, for how much")
class ProjectController {

    private static final String CHANGE_ERRORS =
            " 404 project-not-found, 409 project-status, 412 stale-version, 428 without If-Match.";

    private final MongoProjects projects;
    private final ManageProjects manage;
    private final MongoGuidelines guidelines;

    ProjectController(MongoProjects projects, ManageProjects manage, MongoGuidelines guidelines) {
        this.projects = projects;
        this.manage = manage;
        this.guidelines = guidelines;
    }

    @PostMapping
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Creates a project as a draft",
            description =
                    "With an Idempotency-Key a repeat gives the same project. 422 invalid-project"
                            + " with every broken rule, 422 idempotency-key-reused.")
    ResponseEntity<ProjectView> create(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody ProjectBody body) {
        Versioned<Project> project =
                done(
                        manage.create(
                                key.idFor(caller, "project"),
                                caller.id(),
                                body.spec(),
                                Fingerprint.of(body)));
        return ResponseEntity.created(URI.create("/v1/projects/" + project.id()))
                .eTag(ETags.of(project.version()))
                .body(ProjectView.of(project.state()));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('REQUESTER', 'PARTNER')")
    @Operation(
            summary = "Lists the projects that the caller owns or is a partner of",
            description = "In order of id; limit 1 to 200, cursor from the page before.")
    Page<ProjectView> list(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        return Page.of(projects.page(caller, cursor, size + 1), size, Versioned::id)
                .map(project -> ProjectView.of(project.state()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('REQUESTER', 'PARTNER')")
    @Operation(
            summary = "A project of the caller, or one that it is a partner of",
            description = "404 project-not-found.")
    ResponseEntity<ProjectView> get(
            @Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return answer(projects.readable(id, caller).orElseThrow(ProjectProblems::notFound));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Replaces a project's settings",
            description =
                    "A draft may change in everything. Once published, ontology, tool, gold rate,"
                            + " tier rule, hold days and currency stay (409 project-frozen); a new"
                            + " guideline or rate card becomes a new version. 422 invalid-project."
                            + CHANGE_ERRORS)
    ResponseEntity<ProjectView> edit(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProjectBody body) {
        return change(caller, id, ifMatch, new ProjectCommand.Edit(body.spec()));
    }

    /**
     * A new guideline text.
     *
     * @param markdown 1 to 102,400 bytes
     * @param change {@code material}, if absent, or {@code editorial}: the wording only
     */
    record GuidelineBody(@Nullable String markdown, @Nullable GuidelineChange change) {}

    /**
     * What changed between two versions of a guideline.
     *
     * @param changes in order
     */
    record GuidelineChanges(int since, int version, List<LineDiff.Change> changes) {}

    @PutMapping("/{id}/guideline")
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Replaces the guideline by a new version",
            description =
                    "Labels already leased keep the version they were leased with. After a material"
                            + " change workers acknowledge the new version before their next lease;"
                            + " after an editorial one they go on. 422 invalid-project."
                            + CHANGE_ERRORS)
    ResponseEntity<ProjectView> guideline(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody GuidelineBody body) {
        String markdown = body.markdown() == null ? "" : body.markdown();
        GuidelineChange change =
                Objects.requireNonNullElse(body.change(), GuidelineChange.MATERIAL);
        return change(caller, id, ifMatch, new ProjectCommand.EditGuideline(markdown, change));
    }

    @GetMapping("/{id}/guidelines/{version}")
    @PreAuthorize("hasAnyRole('REQUESTER', 'PARTNER', 'REVIEWER')")
    @Operation(
            summary = "A version of the guideline, the current or a past one",
            description =
                    "Reviewers read those of all projects. 404 project-not-found, 404"
                            + " guideline-not-found.")
    Guideline guideline(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @PathVariable int version) {
        return version(projects.withGuidelines(id, caller), version);
    }

    @GetMapping("/{id}/guidelines/{version}/changes")
    @PreAuthorize("hasAnyRole('REQUESTER', 'PARTNER')")
    @Operation(
            summary = "What changed from one version of the guideline to another",
            description =
                    "Line by line. Long texts of which nearly all changed are shown as one change. "
                            + "404 project-not-found, 404 guideline-not-found.")
    GuidelineChanges guidelineChanges(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @PathVariable int version,
            @Parameter(description = "an older or a newer version") @RequestParam int since) {
        Optional<Versioned<Project>> project = projects.readable(id, caller);
        String before = version(project, since).markdown();
        String after = version(project, version).markdown();
        return new GuidelineChanges(since, version, LineDiff.between(before, after));
    }

    private Guideline version(Optional<Versioned<Project>> project, int version) {
        return guidelines
                .find(project.orElseThrow(ProjectProblems::notFound).state(), version)
                .orElseThrow(ProjectProblems::guidelineNotFound);
    }

    @PostMapping("/{id}/publish")
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Opens a draft for import and work",
            description = "Only a draft." + CHANGE_ERRORS)
    ResponseEntity<ProjectView> publish(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(caller, id, ifMatch, new ProjectCommand.Publish());
    }

    @PostMapping("/{id}/pause")
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Stops new leases for a while",
            description = "What is leased may be finished and is paid." + CHANGE_ERRORS)
    ResponseEntity<ProjectView> pause(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(caller, id, ifMatch, new ProjectCommand.Pause());
    }

    @PostMapping("/{id}/resume")
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(summary = "Goes on after a pause", description = "Only if paused." + CHANGE_ERRORS)
    ResponseEntity<ProjectView> resume(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(caller, id, ifMatch, new ProjectCommand.Resume());
    }

    @PostMapping("/{id}/close")
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Ends a project for good",
            description = "From any status." + CHANGE_ERRORS)
    ResponseEntity<ProjectView> close(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(caller, id, ifMatch, new ProjectCommand.Close());
    }

    private ResponseEntity<ProjectView> change(
            Caller caller, String id, @Nullable String ifMatch, ProjectCommand command) {
        Versioned<Project> read = projects.owned(id, caller).orElseThrow(ProjectProblems::notFound);
        ETags.check(ETags.required(ifMatch), read.version());
        return answer(done(manage.change(read, command)));
    }

    private static Versioned<Project> done(ManageProjects.Outcome outcome) {
        return switch (outcome) {
            case ManageProjects.Done(var project) -> project;
            case ProjectRefusal refusal -> throw ProjectProblems.refused(refusal);
        };
    }

    private static ResponseEntity<ProjectView> answer(Versioned<Project> project) {
        return ResponseEntity.ok()
                .eTag(ETags.of(project.version()))
                .body(ProjectView.of(project.state()));
    }
}
