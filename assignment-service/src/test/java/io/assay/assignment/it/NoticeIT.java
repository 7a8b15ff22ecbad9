package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.project.Projects;
import io.assay.events.LeaseRule;
import io.assay.events.Media;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.messaging.Engines;
import io.assay.web.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Workers who wait are told when there is work for them, and of nothing else. */
class NoticeIT {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static Engines engines;
    private static Instance service;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Stream> streams = new ArrayList<>();
    private final String worker = "n" + NAMES.incrementAndGet();

    /** What has come so far of a stream. */
    private static final class Stream implements AutoCloseable {

        private final InputStream body;
        private final StringBuffer text = new StringBuffer();

        Stream(InputStream body) {
            this.body = body;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            byte[] buffer = new byte[1_000];
            try {
                for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                    text.append(new String(buffer, 0, got, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // it was closed
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    @BeforeAll
    static void start() {
        engines = Engines.start();
        service = Instance.start(engines, "notices");
    }

    @AfterAll
    static void stop() {
        service.close();
        engines.close();
    }

    @AfterEach
    void closeStreams() throws IOException {
        for (Stream stream : streams) {
            stream.close();
        }
    }

    @Test
    void tellsOfWorkThatAppears() throws Exception {
        String open = publish(1);
        String tooHigh = publish(3);
        service.apply(worker);
        service.acknowledge(worker, open, 1);
        Stream stream = open(worker);
        await().until(() -> stream.text.indexOf("alive") >= 0);

        service.publish(task(tooHigh, TaskKind.WORK), task(open, TaskKind.GOLD));
        service.publish(task(open, TaskKind.WORK));

        await().until(() -> stream.text.indexOf("event: work") >= 0);
        assertThat(stream.text).contains("\"id\":\"" + open + "\"").doesNotContain(tooHigh);
    }

    @Test
    void boundsTheStreamsOfOneWorker() throws Exception {
        service.apply(worker);
        open(worker);
        open(worker);

        HttpResponse<InputStream> third = ask(worker, "worker");
        assertThat(third.statusCode()).isEqualTo(429);
        third.body().close();

        streams.getFirst().close();
        await().until(
                        () -> {
                            HttpResponse<InputStream> again = ask(worker, "worker");
                            again.body().close();
                            return again.statusCode() == 200;
                        });
    }

    @Test
    void isForWorkersWhoAppliedOnly() throws Exception {
        assertThat(ask("nobody", "worker").statusCode()).isEqualTo(403);
        assertThat(ask(worker, "requester").statusCode()).isEqualTo(403);
        assertThat(
                        http.send(
                                        service.request("/v1/stream/work").build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                .isEqualTo(401);
    }

    private Stream open(String who) throws Exception {
        HttpResponse<InputStream> response = ask(who, "worker");
        assertThat(response.statusCode()).isEqualTo(200);
        Stream stream = new Stream(response.body());
        streams.add(stream);
        return stream;
    }

    private HttpResponse<InputStream> ask(String who, String role) throws Exception {
        return http.send(
                service.request("/v1/stream/work")
                        .header("Authorization", TestTokens.bearer(who, role))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private String publish(int minTier) {
        String project = "notice" + NAMES.incrementAndGet();
        service.publish(
                Fixtures.project(
                        project,
                        ProjectStatus.PUBLISHED,
                        minTier,
                        new LeaseRule(10, 3_600),
                        1,
                        0.1));
        await().until(() -> service.bean(Projects.class).find(project).isPresent());
        return project;
    }

    private static TaskCreated task(String project, TaskKind kind) {
        String id = "t" + NAMES.incrementAndGet() + "-" + project;
        return new TaskCreated(
                id,
                project,
                "external-" + id,
                kind,
                new Media("image", "https://example.org/" + id, "image/png", 64, 48),
                1_000,
                0,
                null,
                Fixtures.NOW);
    }
}
