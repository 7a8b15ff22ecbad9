package io.assay.gateway.stream;

import io.assay.gateway.access.Caller;
import io.assay.gateway.proxy.ServiceFeed;
import io.assay.gateway.proxy.WorkFeeds;
import io.assay.gateway.revocation.Revocations;
import io.assay.gateway.session.Sessions;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells workers who wait when there is work for them. Ends with the session that asked. */
@RestController
@Tag(name = "Work")
class WorkStreamController {

    private static final Logger log = LoggerFactory.getLogger(WorkStreamController.class);

    /** How long it may take until a stream ends whose session has ended. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final WorkFeeds feeds;
    private final StreamSlots slots;
    private final Revocations revocations;
    private final Duration silence;

    WorkStreamController(
            WorkFeeds feeds,
            @Qualifier("workStreamSlots") StreamSlots slots,
            Revocations revocations,
            StreamProperties properties) {
        this.feeds = feeds;
        this.slots = slots;
        this.revocations = revocations;
        this.silence = properties.patience();
    }

    @GetMapping("/v1/stream/work")
    @Operation(
            summary = "Says when there is work for me",
            description =
                    """
                    Server-sent events: `work` with id, name, tool and price of a project that has work \
                    for me now, by the rules of `/v1/work`, and had none for a minute. What has work when \
                    the stream begins is not told. Comments are heartbeats. It ends when the token \
                    expires, or with the session; ask again then.\
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "Notices as they come.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "403", description = "worker-not-found: apply first.")
    @ApiResponse(
            responseCode = "429",
            description = "The caller has too many streams open, or opens them too often.")
    @ApiResponse(responseCode = "503", description = "Nothing can be told at the moment.")
    void stream(
            @Parameter(hidden = true) JwtAuthenticationToken token,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws InterruptedException {
        String caller = Caller.of(token).id();
        if (!slots.take(caller)) {
            throw tooMany();
        }
        try (ServiceFeed feed = feeds.open(caller, token.getToken().getTokenValue())) {
            response.setStatus(feed.status());
            response.setContentType(feed.contentType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            pass(feed, token, request, response);
        } catch (IOException e) {
            if (!response.isCommitted()) {
                throw notReady();
            }
            log.debug("a worker left", e);
        } finally {
            slots.giveBack(caller);
        }
    }

    private void pass(
            ServiceFeed feed,
            JwtAuthenticationToken token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Duration silent = Duration.ZERO;
        while (silent.compareTo(silence) < 0 && mayHear(token, request)) {
            byte[] piece = feed.next(LOOK);
            if (piece == null) {
                silent = silent.plus(LOOK);
            } else if (piece.length == 0) {
                return;
            } else {
                silent = Duration.ZERO;
                response.getOutputStream().write(piece);
                response.flushBuffer();
            }
        }
    }

    private boolean mayHear(JwtAuthenticationToken token, HttpServletRequest request) {
        return !slots.closing()
                && Sessions.isOpen(request)
                && !revocations.current().covers(token.getToken());
    }

    private static Problem tooMany() {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-streams",
                        "Too many streams are open; close one first.")
                .retryAfter(60);
    }

    private static Problem notReady() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "assignment-service cannot be reached; try again soon.")
                .retryAfter(5);
    }
}
