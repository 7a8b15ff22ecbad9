package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was written once must be read for ever, and be written the same. */
class GoldenTests {

    @ParameterizedTest
    @EnumSource
    void writesWhatItReads(EventType type) {
        JsonNode golden = Contract.golden(type);

        Event event = Contract.JSON.treeToValue(golden, type.record());

        assertThat(Contract.JSON.readTree(Contract.JSON.writeValueAsBytes(event)))
                .isEqualTo(golden);
    }

    @ParameterizedTest
    @EnumSource
    void readsBackAnEqualRecord(EventType type) {
        Event event = Contract.JSON.treeToValue(Contract.golden(type), type.record());

        byte[] wire = Contract.JSON.writeValueAsBytes(event);

        assertThat(Contract.JSON.readValue(wire, type.record())).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void ignoresWhatANewerWriterAdds(EventType type) {
        ObjectNode newer = (ObjectNode) Contract.golden(type).deepCopy();
        newer.put("addedLater", "x");

        assertThat(Contract.JSON.treeToValue(newer, type.record()))
                .isEqualTo(Contract.JSON.treeToValue(Contract.golden(type), type.record()));
    }

    @ParameterizedTest
    @EnumSource
    void keyIsTheIdThatTheTopicIsKeyedBy(EventType type) {
        JsonNode golden = Contract.golden(type);

        Event event = Contract.JSON.treeToValue(golden, type.record());

        assertThat(event.key())
                .isEqualTo(
                        golden.get(
                                        switch (type.topic().keyed()) {
                                            case BY_PROJECT -> "projectId";
                                            case BY_TASK -> "taskId";
                                            case BY_WORKER -> "workerId";
                                        })
                                .stringValue());
    }

    @ParameterizedTest
    @EnumSource
    void typeIsFoundByNameAndByRecord(EventType type) {
        Event event = Contract.JSON.treeToValue(Contract.golden(type), type.record());

        assertThat(EventType.of(event)).isEqualTo(type);
        assertThat(EventType.named(type.typeName())).contains(type);
    }

    @Test
    void everyEventHasOneFileAndEveryFileAnEvent() {
        assertThat(Contract.names(Contract.GOLDEN))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values())
                                .map(t -> t.record().getSimpleName() + ".json")
                                .toList());
    }

    @Test
    void unknownTypeIsNoEvent() {
        assertThat(EventType.named("assay.TaskEnjoyed")).isEmpty();
    }
}
