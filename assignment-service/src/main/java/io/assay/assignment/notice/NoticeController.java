package io.assay.assignment.notice;

import io.assay.assignment.assignment.AssignmentProblems;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import io.assay.events.Money;
import io.assay.events.Tool;
import io.assay.web.Caller;
import io.assay.web.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stream of notices for one worker, which the gateway passes on. Each holds a virtual thread, and
 * ends with the token that it was asked for with.
 */
@RestController
@Hidden // the gateway describes it
class NoticeController {

    /** A project has work again. */
    record Notice(String id, String name, Tool tool, Money price) {}

    private final WorkForWorkers work;
    private final NoticeProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Streams by worker. */
    private final Map<String, Integer> open = new HashMap<>();

    private int total;

    NoticeController(
            WorkForWorkers work,
            NoticeProperties properties,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.work = work;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
        meters.gauge("assay.notices.open", this, NoticeController::total);
    }

    @GetMapping("/v1/stream/work")
    @PreAuthorize("hasRole('WORKER')")
    void stream(Caller caller, JwtAuthenticationToken token, HttpServletResponse response)
            throws IOException, InterruptedException {
        Worker worker = work.worker(caller.id()).orElseThrow(AssignmentProblems::noWorker);
        if (!take(caller.id())) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-streams",
                            "Too many streams are open; close one first.")
                    .retryAfter(60);
        }
        try {
            response.setContentType("text/event-stream");
            response.setHeader("Cache-Control", "no-store");
            follow(caller.id(), worker, token.getToken().getExpiresAt(), response);
        } finally {
            giveBack(caller.id());
        }
    }

    private void follow(
            String workerId, Worker first, @Nullable Instant until, HttpServletResponse response)
            throws IOException, InterruptedException {
        AppearedWork appeared = new AppearedWork();
        Worker worker = first;
        Instant heartbeat = Instant.EPOCH;
        do {
            Instant now = clock.instant();
            if (until != null && !now.isBefore(until)) {
                return;
            }
            Map<String, Project> found = work.of(workerId, worker);
            Set<String> news = appeared.next(found.keySet(), now);
            for (Project project : found.values()) {
                if (news.contains(project.id())) {
                    write(response, "event: work\ndata: " + notice(project, worker) + "\n\n");
                }
            }
            if (!now.isBefore(heartbeat.plus(properties.heartbeat()))) {
                write(response, ": alive\n\n");
                heartbeat = now;
                // who was suspended meanwhile, or came up a tier
                worker = work.worker(workerId).orElse(worker);
            }
        } while (!closing.await(properties.interval().toMillis(), TimeUnit.MILLISECONDS));
    }

    private String notice(Project project, Worker worker) {
        return json.writeValueAsString(
                new Notice(
                        project.id(),
                        project.facts().name(),
                        project.facts().ontology().tool(),
                        project.ordinaryPrice(project.tier(worker))));
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private synchronized boolean take(String workerId) {
        int own = open.getOrDefault(workerId, 0);
        if (own >= properties.perWorker() || total >= properties.total()) {
            return false;
        }
        open.put(workerId, own + 1);
        total++;
        return true;
    }

    private synchronized void giveBack(String workerId) {
        open.computeIfPresent(workerId, (_, count) -> count == 1 ? null : count - 1);
        total--;
    }

    private synchronized int total() {
        return total;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.countDown();
    }
}
