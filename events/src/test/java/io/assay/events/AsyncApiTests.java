package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI document says what {@link Topic} and {@link EventType} say. */
class AsyncApiTests {

    private static final Set<String> SERVICES =
            Set.of(
                    "task-service",
                    "assignment-service",
                    "review-service",
                    "payment-service",
                    "gateway");

    private final JsonNode document = Contract.asyncApi();

    @Test
    void everyTopicIsOneChannel() {
        assertThat(document.get("channels").valueStream().map(c -> c.get("address").stringValue()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void channelHasTheMessagesOfItsTopic(Topic topic) {
        assertThat(channel(topic).get("messages").propertyNames())
                .containsExactlyElementsOf(eventsOn(topic));
    }

    @ParameterizedTest
    @EnumSource
    void channelIsConfiguredAsTheTopicIsKept(Topic topic) {
        JsonNode kafka = channel(topic).at("/bindings/kafka");
        JsonNode configuration = kafka.get("topicConfiguration");

        assertThat(kafka.get("topic").stringValue()).isEqualTo(topic.topicName());
        assertThat(configuration.at("/cleanup.policy/0").stringValue())
                .isEqualTo(topic.retention() == Topic.Retention.COMPACTED ? "compact" : "delete");
        switch (topic.retention()) {
            case COMPACTED -> assertThat(configuration.has("retention.ms")).isFalse();
            case WEEK ->
                    assertThat(configuration.get("retention.ms").longValue())
                            .isEqualTo(7L * 24 * 60 * 60 * 1_000);
            case FOREVER -> assertThat(configuration.get("retention.ms").longValue()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void messageIsTheEvent(EventType type) throws java.io.IOException {
        JsonNode message = resolve("#/components/messages/" + type.record().getSimpleName());
        String payload = message.at("/payload/$ref").stringValue();

        assertThat(message.get("name").stringValue()).isEqualTo(type.typeName());
        assertThat(message.at("/headers/properties/ce_type/const").stringValue())
                .isEqualTo(type.typeName());
        assertThat(
                        Files.isSameFile(
                                Contract.ASYNC_API.resolveSibling(payload),
                                Contract.fileIn(Contract.SCHEMAS, type)))
                .isTrue();
        assertThat(message.at("/bindings/kafka/key/description").stringValue())
                .isEqualTo(
                        switch (type.topic().keyed()) {
                            case BY_PROJECT -> "project id";
                            case BY_TASK -> "task id";
                            case BY_WORKER -> "worker id";
                        });
    }

    @Test
    void thereIsNoMessageWithoutAnEvent() {
        assertThat(document.at("/components/messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values())
                                .map(t -> t.record().getSimpleName())
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsSentByOneService(EventType type) {
        String reference =
                "#/channels/%s/messages/%s"
                        .formatted(channelName(type.topic()), type.record().getSimpleName());

        List<String> senders =
                document.get("operations")
                        .propertyStream()
                        .filter(o -> o.getValue().get("action").stringValue().equals("send"))
                        .filter(
                                o ->
                                        o.getValue()
                                                .get("messages")
                                                .valueStream()
                                                .anyMatch(
                                                        m ->
                                                                m.get("$ref")
                                                                        .stringValue()
                                                                        .equals(reference)))
                        .map(o -> o.getKey())
                        .toList();

        assertThat(senders).hasSize(1);
    }

    @Test
    void operationIsNamedServiceActionTopic() {
        document.get("operations")
                .propertyStream()
                .forEach(
                        o -> {
                            String[] name = o.getKey().split("\\.");
                            assertThat(name[0]).isIn(SERVICES);
                            assertThat(name[1]).isEqualTo(o.getValue().get("action").stringValue());
                            assertThat("#/channels/" + name[2])
                                    .isEqualTo(o.getValue().at("/channel/$ref").stringValue());
                            resolve("#/channels/" + name[2]);
                        });
    }

    @Test
    void goldIsReadByReviewAlone() {
        Set<String> readers =
                document.get("operations").propertyNames().stream()
                        .filter(o -> o.endsWith(".receive.gold"))
                        .collect(Collectors.toSet());

        assertThat(readers).containsExactly("review-service.receive.gold");
    }

    @Test
    void everyReferenceInTheDocumentResolves() {
        document.findValuesAsString("$ref").stream()
                .filter(r -> r.startsWith("#"))
                .forEach(this::resolve);
    }

    private JsonNode channel(Topic topic) {
        return resolve("#/channels/" + channelName(topic));
    }

    private static String channelName(Topic topic) {
        return topic.topicName().substring("assay.".length());
    }

    private static List<String> eventsOn(Topic topic) {
        return Arrays.stream(EventType.values())
                .filter(t -> t.topic() == topic)
                .map(t -> t.record().getSimpleName())
                .toList();
    }

    private JsonNode resolve(String reference) {
        JsonNode target = document.at(reference.substring(1));
        assertThat(target.isMissingNode()).as(reference + " is missing").isFalse();
        return target;
    }
}
