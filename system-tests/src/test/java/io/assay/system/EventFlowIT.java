package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.EventType;
import io.assay.events.Topic;
import io.assay.load.chaos.EventLog;
import io.assay.load.chaos.LoggedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Who sends and who receives, as the AsyncAPI document says it and as the topics show it after all
 * other tests. What the gateway reads, which belongs to no group, its own test of this name tells.
 */
@ExtendWith(Platform.Extension.class)
@Order(4)
class EventFlowIT {

    private static final Set<String> SERVICES =
            Set.of("task-service", "assignment-service", "review-service", "payment-service");

    /**
     * No story here is sure to bring these about; their services' own tests read them off topics.
     */
    private static final Set<EventType> RARE =
            EnumSet.of(
                    EventType.TASK_WITHDRAWN,
                    EventType.MORE_LABELS_REQUESTED,
                    EventType.LABEL_FLAGGED,
                    EventType.TASK_ESCALATED,
                    EventType.TASK_UNLABELABLE,
                    EventType.BUDGET_EXHAUSTED);

    /**
     * An event of this type on this topic.
     *
     * @param service that sent it
     */
    record Sent(String service, String topic, String type) {}

    private JsonNode document;
    private EventLog eventLog;

    @BeforeEach
    void read(Platform platform) throws IOException {
        try (InputStream in = EventType.class.getResourceAsStream("/asyncapi.yaml")) {
            document = YAMLMapper.builder().build().readTree(Objects.requireNonNull(in));
        }
        eventLog = new EventLog(platform.target().kafkaBootstrap());
    }

    @Test
    void eachEventIsSentByItsSenderAloneOnItsTopic() {
        Set<Sent> sent = sent();

        assertThat(sent).isSubsetOf(documented());
        Set<String> common =
                EnumSet.allOf(EventType.class).stream()
                        .filter(type -> !RARE.contains(type) && isSentSoFar(type))
                        .map(EventType::typeName)
                        .collect(Collectors.toSet());
        assertThat(sent).extracting(Sent::type).containsAll(common);
    }

    @Test
    void eachServiceReadsWhatItIsSaidToReceive() throws InterruptedException {
        PoisonedTopics.poison(eventLog.bootstrap());

        for (String service : SERVICES) {
            await().atMost(Pets.TIMEOUT)
                    .untilAsserted(
                            () ->
                                    assertThat(read(service))
                                            .as(service)
                                            .isEqualTo(received(service)));
        }
    }

    private Set<Sent> sent() {
        Set<Sent> sent = new HashSet<>();
        for (LoggedEvent event : eventLog.everything()) {
            String service = event.source().replaceFirst("^/", "");
            if (SERVICES.contains(service)) {
                sent.add(new Sent(service, event.topic(), event.type()));
            }
        }
        return sent;
    }

    private Set<Sent> documented() {
        return operations(".send.")
                .flatMap(
                        operation -> {
                            String service = service(operation.getKey());
                            String topic = topic(operation.getKey());
                            return operation
                                    .getValue()
                                    .path("messages")
                                    .valueStream()
                                    .map(message -> message.get("$ref").asString())
                                    .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                                    .map(name -> new Sent(service, topic, "assay." + name));
                        })
                .collect(Collectors.toSet());
    }

    private boolean isSentSoFar(EventType type) {
        return !document.at("/components/messages/" + type.record().getSimpleName())
                .path("x-not-sent-yet")
                .asBoolean(false);
    }

    private Set<String> read(String service) throws InterruptedException {
        Set<String> ours =
                Stream.of(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());
        Set<String> read = new TreeSet<>(eventLog.readers().getOrDefault(service, Set.of()));
        read.retainAll(ours);
        return read;
    }

    private Set<String> received(String service) {
        return operations(".receive.")
                .map(Map.Entry::getKey)
                .filter(id -> service(id).equals(service))
                .map(EventFlowIT::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Map.Entry<String, JsonNode>> operations(String action) {
        return document.get("operations")
                .propertyStream()
                .filter(operation -> operation.getKey().contains(action));
    }

    private static String service(String operation) {
        return operation.substring(0, operation.indexOf('.'));
    }

    private static String topic(String operation) {
        return "assay." + operation.substring(operation.lastIndexOf('.') + 1);
    }
}
