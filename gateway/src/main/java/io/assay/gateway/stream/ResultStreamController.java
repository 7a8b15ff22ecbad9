package io.assay.gateway.stream;

import io.assay.gateway.access.Caller;
import io.assay.gateway.project.ProjectDirectory;
import io.assay.gateway.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The partners' stream of results. */
@RestController
@Tag(name = "results")
class ResultStreamController {

    private final ProjectDirectory projects;
    private final StreamSlots slots;
    private final StreamRunner runner;

    ResultStreamController(ProjectDirectory projects, StreamSlots slots, StreamRunner runner) {
        this.projects = projects;
        this.slots = slots;
        this.runner = runner;
    }

    @GetMapping(
            path = "/v1/stream/results",
            produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @Operation(
            summary = "Read results, all of them or from where you stopped",
            description =
                    """
                    Needs the role requester (one's own projects) or partner (projects that name \
                    one as a partner). Each result comes exactly once, those of one task in order. \
                    Keep the cursor of the last result that you stored and hand it back as `from`: \
                    what follows is exactly the rest. Blank lines (NDJSON) and comments (SSE) are \
                    heartbeats. A stream ends when the token expires, when a project is taken away, \
                    or with `follow=false` when all is told; a connection that breaks off instead \
                    of ending has more to tell. Without `projectId`, results of a project that the \
                    caller is admitted to later come from then on: read that project from the \
                    beginning once.\
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "Results in the order of the stream.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                        schema = @Schema(implementation = StreamFormat.Line.class)),
                @Content(
                        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                        schema = @Schema(implementation = StreamFormat.Line.class))
            })
    @ApiResponse(responseCode = "400", description = "The cursor is not one of this stream.")
    @ApiResponse(responseCode = "404", description = "No such project, or not the caller's.")
    @ApiResponse(responseCode = "429", description = "The caller has too many streams open.")
    @ApiResponse(responseCode = "503", description = "Results cannot be read at the moment.")
    void stream(
            @Parameter(description = "One project's results only") @RequestParam(required = false)
                    @Nullable String projectId,
            @Parameter(description = "A cursor; from the first result on if absent")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "Whether to stay for what comes later")
                    @RequestParam(defaultValue = "false")
                    boolean follow,
            @Parameter(hidden = true) @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable String lastEventId,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false)
                    @Nullable String accept,
            @Parameter(hidden = true) JwtAuthenticationToken token,
            @Parameter(hidden = true) HttpServletResponse response) {
        if (!projects.complete()) {
            throw ResultReaders.notReady();
        }
        Caller caller = Caller.of(token);
        Entitlement entitlement = new Entitlement(projects, caller, projectId);
        if (!entitlement.granted()) {
            throw Problems.exception(
                    HttpStatus.NOT_FOUND, "project-not-found", "There is no such project.");
        }
        Cursor cursor = cursor(lastEventId == null || from != null ? from : lastEventId);
        if (!slots.take(caller.id())) {
            throw Problems.exception(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-streams",
                    "Too many streams are open; close one first.");
        }
        try {
            runner.run(
                    new StreamRunner.Order(
                            caller, cursor, entitlement, StreamFormat.accepted(accept), follow),
                    response);
        } finally {
            slots.giveBack(caller.id());
        }
    }

    private static Cursor cursor(@Nullable String encoded) {
        return encoded == null
                ? Cursor.BEGINNING
                : Cursor.decoded(encoded).orElseThrow(ResultReaders::badCursor);
    }
}
