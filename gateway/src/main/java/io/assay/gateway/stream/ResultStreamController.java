package io.assay.gateway.stream;

import io.assay.gateway.access.Caller;
import io.assay.gateway.project.ProjectDirectory;
import io.assay.gateway.revocation.Revocations;
import io.assay.gateway.signing.Signer;
import io.assay.web.Problem;
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

    private static final String PURPOSE = "results";

    private final ProjectDirectory projects;
    private final Revocations revocations;
    private final Signer signer;
    private final StreamSlots slots;
    private final StreamRunner runner;

    ResultStreamController(
            ProjectDirectory projects,
            Revocations revocations,
            Signer signer,
            StreamSlots slots,
            StreamRunner runner) {
        this.projects = projects;
        this.revocations = revocations;
        this.signer = signer;
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
                    what follows is exactly the rest. A cursor is good for the `projectId` with which \
                    it was given or, without one, for the same caller. Blank lines (NDJSON) and comments (SSE) are \
                    heartbeats. A stream ends when the token expires, when a project is taken away, \
                    or with `follow=false` when all is sent; a connection that breaks off instead \
                    of ending has more to send. Without `projectId`, results of a project that the \
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
    @ApiResponse(responseCode = "410", description = "What follows the cursor is no longer kept.")
    @ApiResponse(
            responseCode = "429",
            description = "The caller has too many streams open, or opens them too often.")
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
            throw Problem.of(
                    HttpStatus.NOT_FOUND, "project-not-found", "There is no such project.");
        }
        CursorText cursors = new CursorText(signature(), scope(caller, projectId));
        Cursor cursor = cursor(cursors, lastEventId == null || from != null ? from : lastEventId);
        if (!slots.take(caller.id())) {
            throw tooMany();
        }
        try {
            runner.run(
                    new StreamRunner.Order(
                            caller,
                            cursor,
                            cursors,
                            entitlement,
                            StreamFormat.accepted(accept),
                            () -> revocations.current().covers(token.getToken()),
                            follow),
                    response);
        } finally {
            slots.giveBack(caller.id());
        }
    }

    private static Problem tooMany() {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-streams",
                        "Too many streams are open; close one first.")
                .retryAfter(5);
    }

    /** A project's stream is the same for all who may read it; all of one's own is one's own. */
    private static String scope(Caller caller, @Nullable String projectId) {
        return projectId == null ? "caller:" + caller.id() : "project:" + projectId;
    }

    private CursorText.Signature signature() {
        return new CursorText.Signature() {

            @Override
            public byte[] sign(String text) {
                return signer.sign(PURPOSE, text);
            }

            @Override
            public boolean verify(String text, byte[] signature) {
                return signer.verify(PURPOSE, text, signature);
            }
        };
    }

    private static Cursor cursor(CursorText cursors, @Nullable String encoded) {
        return encoded == null
                ? Cursor.BEGINNING
                : cursors.parse(encoded)
                        .orElseThrow(
                                () ->
                                        ResultReaders.badCursor(
                                                "not one that this stream gave, for this projectId"
                                                        + " or, without one, to this caller"));
    }
}
