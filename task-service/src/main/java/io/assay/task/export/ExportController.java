package io.assay.task.export;

import io.assay.events.Tool;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Format;
import io.assay.task.limit.LimitProblems;
import io.assay.task.limit.Slots;
import io.assay.task.project.MongoProjects;
import io.assay.task.project.Project;
import io.assay.task.project.ProjectProblems;
import io.assay.task.task.MongoTasks;
import io.assay.task.task.Task;
import io.assay.web.Caller;
import io.assay.web.Problem;
import io.assay.web.SignedPictures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The labelled set of a project, in the formats of the trade. */
@RestController
@RequestMapping("/v1/projects/{projectId}/exports/{format}")
@PreAuthorize("hasAnyRole('REQUESTER', 'PARTNER')")
@Tag(name = "Exports", description = "The labelled set in the formats of the trade")
class ExportController {

    private static final Duration LINK_VALIDITY = Duration.ofDays(1);

    private final MongoProjects projects;
    private final MongoTasks tasks;
    private final SignedPictures pictures;
    private final Manifests manifests;
    private final Slots slots;
    private final JsonMapper json;

    ExportController(
            MongoProjects projects,
            MongoTasks tasks,
            SignedPictures pictures,
            Manifests manifests,
            Slots slots,
            JsonMapper json) {
        this.projects = projects;
        this.tasks = tasks;
        this.pictures = pictures;
        this.manifests = manifests;
        this.slots = slots;
        this.json = json;
    }

    @GetMapping(produces = "application/zip")
    @Operation(
            summary =
                    "Exports the project as a ZIP: ndjson, csv, coco, voc, yolo, cvat,"
                            + " label-studio",
            description =
                    "It holds the format's files, missing.ndjson with a line for each task that is"
                            + " not in them and why, SHA256SUMS, and last manifest.json with counts,"
                            + " losses, guideline versions and the sum of SHA256SUMS. An archive"
                            + " without its manifest broke off. What the format cannot say is listed"
                            + " before by losses. Partners read gold as pending. 400 invalid-request,"
                            + " 404 project-not-found, 404 format-unknown, 422 format-lacks-tool, 429"
                            + " too-many-exports, 503 busy.")
    void export(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String format,
            @Parameter(description = "whether pictures without an answer are in it")
                    @RequestParam(defaultValue = "false")
                    boolean includePending,
            @Parameter(description = "whether gold is in it; for the owner")
                    @RequestParam(defaultValue = "true")
                    boolean includeGold,
            @Parameter(description = "least confidence of a result, 0 to 1")
                    @RequestParam(required = false)
                    @Nullable Double minConfidence,
            @Parameter(description = "names uploads by a link that is good for a day")
                    @RequestParam(defaultValue = "false")
                    boolean links,
            @Parameter(
                            description =
                                    "in CSV: texts that begin with = + - @ as they are, for"
                                            + " programs; a spreadsheet may run them. Without it they"
                                            + " have an apostrophe before them, which the import takes"
                                            + " off")
                    @RequestParam(defaultValue = "false")
                    boolean plain,
            HttpServletResponse response)
            throws IOException {
        Project project = readable(projectId, caller);
        Format wanted = known(format);
        Tool tool = project.spec().ontology().tool();
        if (!wanted.expresses(tool)) {
            throw inexpressible(wanted, tool.name().toLowerCase(Locale.ROOT));
        }
        ExportOptions options =
                new ExportOptions(
                        includePending, includeGold, checked(minConfidence), links, plain);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s-%s.zip\"".formatted(projectId, wanted.wireName()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (Slots.Slot _ = LimitProblems.ofExports(slots.take(caller.id()));
                Stream<Task> all = tasks.all(projectId)) {
            new WriteExport(
                            wanted,
                            project.spec().ontology(),
                            exportTasks(project, caller, wanted, options),
                            options.plain(),
                            json::writeValueAsBytes)
                    .to(
                            response.getOutputStream(),
                            all,
                            (counts, seal) -> manifests.of(project, wanted, options, counts, seal));
        }
    }

    /**
     * What an export would hold and what the format cannot say of it.
     *
     * @param expressible false if the format has nothing for the project's tool
     */
    record Preview(String format, boolean expressible, ExportCounts.Summary counts) {}

    @GetMapping("/losses")
    @Operation(
            summary = "Tells what an export would leave out and what the format cannot say",
            description =
                    "Counted over all tasks with the options of the export. 400 invalid-request,"
                            + " 404 project-not-found, 404 format-unknown, 429 too-many-exports,"
                            + " 503 busy.")
    Preview losses(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String format,
            @RequestParam(defaultValue = "false") boolean includePending,
            @RequestParam(defaultValue = "true") boolean includeGold,
            @RequestParam(required = false) @Nullable Double minConfidence) {
        Project project = readable(projectId, caller);
        Format wanted = known(format);
        ExportOptions options =
                new ExportOptions(
                        includePending, includeGold, checked(minConfidence), false, false);
        ExportTasks exportTasks = exportTasks(project, caller, wanted, options);
        ExportCounts counts = new ExportCounts();
        try (Slots.Slot _ = LimitProblems.ofExports(slots.take(caller.id()));
                Stream<Task> all = tasks.all(projectId)) {
            all.map(exportTasks::of).forEach(counts::add);
        }
        boolean expressible = wanted.expresses(project.spec().ontology().tool());
        return new Preview(wanted.wireName(), expressible, counts.summary());
    }

    private ExportTasks exportTasks(
            Project project, Caller caller, Format format, ExportOptions options) {
        return new ExportTasks(
                format,
                new Classes(project.spec().ontology()),
                options,
                MongoProjects.isOwner(project, caller),
                ref -> SignedPictures.isElsewhere(ref) ? ref : pictures.link(ref, LINK_VALIDITY));
    }

    private Project readable(String projectId, Caller caller) {
        return projects.readable(projectId, caller).orElseThrow(ProjectProblems::notFound).state();
    }

    private static Format known(String format) {
        return Format.named(format).orElseThrow(() -> unknownFormat(format));
    }

    private static @Nullable Double checked(@Nullable Double confidence) {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw badConfidence(confidence);
        }
        return confidence;
    }

    private static Problem unknownFormat(String format) {
        String known =
                Arrays.stream(Format.values())
                        .map(Format::wireName)
                        .collect(Collectors.joining(", "));
        return Problem.of(
                HttpStatus.NOT_FOUND,
                "format-unknown",
                "format: " + shortened(format) + " (expected: one of " + known + ")");
    }

    private static Problem inexpressible(Format format, String tool) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "format-lacks-tool",
                "format: %s has nothing for the tool %s (expected: one that has)"
                        .formatted(format.wireName(), tool));
    }

    private static Problem badConfidence(double confidence) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "minConfidence: " + confidence + " (expected: 0 to 1)");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
