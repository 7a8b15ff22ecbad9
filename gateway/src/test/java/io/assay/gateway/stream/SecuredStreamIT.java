package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.TaskLabelled;
import io.assay.gateway.project.TestProjects;
import io.assay.gateway.support.Api;
import io.assay.gateway.support.Publisher;
import io.assay.gateway.support.TestGateway;
import io.assay.gateway.support.Tokens;
import io.assay.messaging.SecuredKafka;
import io.assay.messaging.TestClock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** Projects and results are read from a broker that wants a password. */
class SecuredStreamIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void readsFromASecuredBroker() throws Exception {
        try (SecuredKafka kafka = SecuredKafka.start()) {
            try (Admin admin = Admin.create(kafka.client())) {
                admin.createTopics(
                                List.of(
                                        new NewTopic("assay.projects", 1, (short) 1),
                                        new NewTopic("assay.results", 1, (short) 1)))
                        .all()
                        .get();
            }
            try (Publisher publisher = new Publisher(kafka.client());
                    TestGateway gateway = TestGateway.start(kafka.properties())) {
                publisher.publish("p:1", 1, TestProjects.project("p", "r1", "partner"));
                publisher.publish("e1", 0, result());
                String token = Tokens.of(gateway).of("partner", "partner");

                await().atMost(TIMEOUT)
                        .untilAsserted(
                                () ->
                                        assertThat(
                                                        Api.lines(
                                                                gateway.api()
                                                                        .get(
                                                                                "/v1/stream/results?projectId=p",
                                                                                token)
                                                                        .body()))
                                                .extracting(line -> line.path("id").asString())
                                                .containsExactly("e1"));
            }
        }
    }

    private static TaskLabelled result() {
        return new TaskLabelled(
                "t1",
                "p",
                "x1",
                1,
                new Answer.Category("cat"),
                0.97,
                3,
                Decider.CONSENSUS,
                1,
                TestClock.NOON);
    }
}
