package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.TaskLabelled;
import io.assay.gateway.project.ProjectDirectory;
import io.assay.gateway.project.TestProjects;
import io.assay.gateway.support.Publisher;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import io.assay.messaging.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client that stops reading holds no slot. */
class SlowReaderIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int RESULTS = 300;
    private static final int EACH = 60_000;

    @Test
    void endsTheStreamOfAClientThatReadsNothing() throws Exception {
        String project = "project-" + UUID.randomUUID();
        try (TestGateway own = TestGateway.start(Map.of("server.tomcat.connection-timeout", "1s"));
                Publisher publisher = new Publisher(TestGateway.engines().bootstrapServers());
                Socket client = new Socket()) {
            publisher.publish(project + ":1", 1, TestProjects.project(project, "r1", "partner"));
            for (int i = 0; i < RESULTS; i++) {
                publisher.publish(project + ":r" + i, 0, result(project, i));
            }
            await().atMost(TIMEOUT).until(() -> own.bean(ProjectDirectory.class).complete());
            String token = Tokens.of(own).of("r1", "requester");
            String path = "/v1/stream/results?projectId=" + project;
            await().atMost(TIMEOUT).until(() -> isThere(own, path, token));
            client.setReceiveBufferSize(4_096);
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), own.port()));
            client.getOutputStream()
                    .write(
                            """
                            GET %s&follow=true HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            \r
                            """
                                    .formatted(path, token)
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo('H');
            await().atMost(TIMEOUT).until(() -> open(own) == 0);
        }
    }

    /** By the directory, as a whole stream would take the very time that is measured. */
    private static boolean isThere(TestGateway gateway, String path, String token) {
        return gateway.api().get(path + "&from=x", token).statusCode() == 400;
    }

    private static double open(TestGateway gateway) {
        return gateway.bean(MeterRegistry.class).get("assay.streams.open").gauge().value();
    }

    private static TaskLabelled result(String project, int number) {
        return new TaskLabelled(
                project + "-" + number,
                project,
                "x".repeat(EACH),
                1,
                new Answer.Category("cat"),
                0.97,
                3,
                Decider.CONSENSUS,
                1,
                TestClock.NOON);
    }
}
