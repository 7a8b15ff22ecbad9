package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas say what the records say. After a change of a record, {@code
 * -Dassay.contract.write=true} writes them anew.
 */
class SchemaTests {

    private static final boolean WRITE = Boolean.getBoolean("assay.contract.write");

    @ParameterizedTest
    @EnumSource
    void fileIsWhatTheRecordSays(EventType type) throws IOException {
        Path file = Contract.fileIn(Contract.SCHEMAS, type);
        String generated = SchemaGenerator.schema(type).toPrettyString().replace("\r", "") + "\n";
        if (WRITE) {
            Files.createDirectories(Contract.SCHEMAS);
            Files.writeString(file, generated);
        }

        assertThat(file).as("write anew with -Dassay.contract.write=true").hasContent(generated);
    }

    @ParameterizedTest
    @EnumSource
    void propertiesAreTheComponentsAndNullableOnesAreOptional(EventType type) {
        JsonNode schema = Contract.schema(type);

        assertThat(schema.get("properties").propertyNames())
                .containsExactlyElementsOf(components(type).map(RecordComponent::getName).toList());
        assertThat(schema.get("required").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(
                        components(type)
                                .filter(c -> !optional(c))
                                .map(RecordComponent::getName)
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void goldenFileIsValid(EventType type) {
        assertThat(validator(type).validate(Contract.golden(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void missingPropertyIsInvalidUnlessNullable(EventType type) {
        for (RecordComponent component : components(type).toList()) {
            ObjectNode without = (ObjectNode) Contract.golden(type).deepCopy();
            without.remove(component.getName());

            assertThat(validator(type).validate(without).isEmpty())
                    .as("valid without " + component.getName())
                    .isEqualTo(optional(component));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nullablePropertyMayBeMissing(EventType type) {
        ObjectNode least = (ObjectNode) Contract.golden(type).deepCopy();
        components(type).filter(SchemaTests::optional).forEach(c -> least.remove(c.getName()));

        Event event = Contract.JSON.treeToValue(least, type.record());

        assertThat(Contract.JSON.readTree(Contract.JSON.writeValueAsBytes(event))).isEqualTo(least);
    }

    @ParameterizedTest
    @EnumSource
    void valueOfAWrongTypeIsInvalid(EventType type) {
        for (RecordComponent component : components(type).toList()) {
            ObjectNode wrong = (ObjectNode) Contract.golden(type).deepCopy();
            wrong.putArray(component.getName()).addArray();

            assertThat(validator(type).validate(wrong)).as(component.getName()).isNotEmpty();
        }
    }

    @Test
    void everyEventHasOneFileAndEveryFileAnEvent() {
        List<String> events =
                Arrays.stream(EventType.values())
                        .map(t -> t.record().getSimpleName() + ".json")
                        .toList();

        assertThat(Contract.names(Contract.SCHEMAS)).containsExactlyInAnyOrderElementsOf(events);
    }

    private static Stream<RecordComponent> components(EventType type) {
        return Arrays.stream(type.record().getRecordComponents());
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private static Schema validator(EventType type) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Contract.schema(type));
    }
}
