package io.assay.payment;

import static io.assay.payment.Fixtures.NOON;
import static io.assay.payment.Fixtures.accepted;
import static io.assay.payment.Fixtures.assigned;
import static io.assay.payment.Fixtures.project;
import static io.assay.payment.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.TaskAssigned;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

class PoisonIT extends PaymentFlow {

    @Autowired KafkaTemplate<byte[], byte[]> kafka;

    @ParameterizedTest
    @ValueSource(strings = {"assay.projects", "assay.assignments", "assay.reviews"})
    void stopsNothing(String topic) throws Exception {
        String projectId = fresh("p");
        String workerId = fresh("w");
        String poison = fresh("poison");
        for (int partition = 0; partition < 3; partition++) {
            byte[] value = poison.getBytes(StandardCharsets.UTF_8);
            kafka.send(topic, partition, value, value).get();
        }

        publish(project(projectId, 1, 1_000));
        publish(assigned("t1", workerId, projectId));
        publish(accepted("t1", workerId, projectId));

        eventually(() -> assertPaid(workerId));
        eventually(() -> assertThat(deadLetters()).contains(poison));
    }

    @Test
    void aLeaseThatContradictsItselfIsPutAside() {
        String projectId = fresh("p");
        String workerId = fresh("w");
        String taskId = fresh("t");
        publish(
                new TaskAssigned(
                        "not.mine",
                        taskId,
                        projectId,
                        workerId,
                        terms(1, 150),
                        NOON,
                        NOON.plusSeconds(600)));

        publish(project(projectId, 1, 1_000));
        publish(assigned(taskId, workerId, projectId));
        publish(accepted(taskId, workerId, projectId));

        eventually(() -> assertPaid(workerId));
        eventually(() -> assertThat(deadLetters()).contains("not.mine"));
    }

    private void assertPaid(String workerId) {
        assertThat(get("/v1/balance", workerId, "worker"))
                .bodyJson()
                .extractingPath("$.balances[0].held.minor")
                .isEqualTo(150);
    }

    private String deadLetters() throws Exception {
        return get("/v1/ops/payment-service/dead-letters?limit=200", "o1", "ops")
                .getResponse()
                .getContentAsString();
    }
}
