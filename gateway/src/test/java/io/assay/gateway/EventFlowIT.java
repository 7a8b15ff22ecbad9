package io.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.EventType;
import io.assay.events.TaskLabelled;
import io.assay.gateway.project.TestProjects;
import io.assay.gateway.support.Api;
import io.assay.gateway.support.Publisher;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import io.assay.messaging.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The gateway reads what the AsyncAPI document says that it receives, and nothing else. */
class EventFlowIT {

    private final Api api = TestGateway.shared().api();

    @Test
    void readsWhatItIsSaidToReceive() throws Exception {
        String project = "project-" + UUID.randomUUID();
        String partner = "partner-" + UUID.randomUUID();
        String stream = "/v1/stream/results?projectId=" + project;
        try (Publisher publisher = new Publisher(TestGateway.engines().bootstrapServers())) {
            publisher.publish(project + ":1", 1, TestProjects.project(project, "r1", partner));
            publisher.publish(UUID.randomUUID().toString(), 0, result(project));
        }
        String token = Tokens.shared().of(partner, "partner");
        await().until(() -> api.get(stream, token).statusCode() == 200);

        Set<String> received = received();

        assertThat(received).isNotEmpty();
        // a stream that follows keeps its consumer
        try (InputStream _ =
                api.send(
                                api.request(stream + "&follow=true", token).GET(),
                                BodyHandlers.ofInputStream())
                        .body()) {
            await().untilAsserted(() -> assertThat(read()).isEqualTo(received));
        }
    }

    /** As Kafka's own client reports it of each consumer in this JVM. */
    private static Set<String> read() throws MalformedObjectNameException {
        return ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("kafka.consumer:topic=*,*"), null)
                .stream()
                .map(name -> name.getKeyProperty("topic").replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> received() throws IOException {
        try (InputStream in = EventType.class.getResourceAsStream("/asyncapi.yaml")) {
            Map<String, Map<String, Object>> document = new Yaml().load(Objects.requireNonNull(in));
            return document.get("operations").keySet().stream()
                    .filter(id -> id.startsWith("gateway.receive."))
                    .map(id -> "assay." + id.substring(id.lastIndexOf('.') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static TaskLabelled result(String project) {
        return new TaskLabelled(
                project + "-1",
                project,
                "picture-1",
                1,
                new Answer.Category("cat"),
                0.97,
                3,
                Decider.CONSENSUS,
                1,
                TestClock.NOON);
    }
}
