package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Who sends and who receives, as the AsyncAPI document says it and as the services do it. */
class EventFlowTests {

    private static final Set<String> SERVICES =
            Set.of(
                    "task-service",
                    "assignment-service",
                    "review-service",
                    "payment-service",
                    "gateway");

    private static final Pattern READ = Pattern.compile("partitions\\(consumer, Topic\\.(\\w+)\\)");

    private final JsonNode document = Contract.asyncApi();
    private final JsonNode operations = document.get("operations");

    @ParameterizedTest
    @EnumSource
    void eventIsMadeByItsSenderAlone(EventType type) {
        String creation = "new " + type.record().getSimpleName() + "(";

        Set<String> makers =
                SERVICES.stream()
                        .filter(
                                s ->
                                        Repository.files(s + "/src/main/java", ".java").stream()
                                                .anyMatch(f -> Contract.read(f).contains(creation)))
                        .collect(Collectors.toSet());

        if (isSentSoFar(type)) {
            assertThat(makers).isEqualTo(senders(type));
        } else {
            assertThat(makers).as("makers of what nobody is said to send").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task-service",
                "assignment-service",
                "review-service",
                "payment-service",
                "gateway"
            })
    void serviceReceivesWhatItsBindingsName(String service) {
        Set<String> bound = bound(service);
        bound.addAll(readWithoutBinding(service));

        assertThat(received(service)).isEqualTo(bound);
    }

    private static Set<String> bound(String service) {
        Set<String> bound = new TreeSet<>();
        String configuration = Repository.read(service + "/src/main/resources/application.yml");
        for (String profile : configuration.split("(?m)^---$")) {
            YAMLMapper.builder()
                    .build()
                    .readTree(profile)
                    .at("/spring/cloud/stream/bindings")
                    .valueStream()
                    .map(binding -> binding.path("destination").asString(""))
                    .forEach(names -> bound.addAll(Set.of(names.split("\\s*,\\s*"))));
        }
        return bound;
    }

    /** The gateway's consumers belong to no group. */
    private static Set<String> readWithoutBinding(String service) {
        return Repository.files(service + "/src/main/java", ".java").stream()
                .flatMap(f -> READ.matcher(Contract.read(f)).results())
                .map(m -> Topic.valueOf(m.group(1)).topicName())
                .collect(Collectors.toSet());
    }

    private boolean isSentSoFar(EventType type) {
        return !document.at("/components/messages/" + type.record().getSimpleName())
                .path("x-not-sent-yet")
                .asBoolean(false);
    }

    private Set<String> received(String service) {
        return operations.propertyNames().stream()
                .filter(o -> o.startsWith(service + ".receive."))
                .map(o -> "assay." + o.substring(o.lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> senders(EventType type) {
        String message = "/messages/" + type.record().getSimpleName();
        return operations
                .propertyStream()
                .filter(
                        o ->
                                o.getValue()
                                        .path("messages")
                                        .valueStream()
                                        .anyMatch(
                                                m -> m.get("$ref").stringValue().endsWith(message)))
                .map(o -> o.getKey().substring(0, o.getKey().indexOf('.')))
                .collect(Collectors.toSet());
    }
}
