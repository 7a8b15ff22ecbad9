package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the JSON Schema (2020-12) of an event record: types and what is required from the record,
 * words from its Javadoc. Objects stay open, since a newer writer may add properties.
 */
final class SchemaGenerator {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What the code enforces on a text, wherever it is named so. */
    private static final Map<String, String> PATTERNS =
            Map.of(
                    "taskId", "^[0-9a-f]{32}$",
                    "sha256", "^[0-9a-f]{64}$",
                    "currency", "^[A-Z]{3}$");

    private final Javadoc javadoc = Javadoc.parse();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private SchemaGenerator() {}

    static ObjectNode schema(EventType type) {
        return new SchemaGenerator().document(type);
    }

    private ObjectNode document(EventType type) {
        ObjectNode body = record(type.record());
        ObjectNode document = NODES.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", "urn:assay:schema:" + type.record().getSimpleName());
        document.put("title", type.record().getSimpleName());
        document.setAll(body);
        if (!definitions.isEmpty()) {
            definitions.forEach(document.putObject("$defs")::set);
        }
        return document;
    }

    private ObjectNode record(Class<?> record) {
        ObjectNode schema = NODES.objectNode();
        describe(schema, javadoc.of(record));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            ObjectNode property = value(component.getAnnotatedType());
            describe(property, javadoc.of(record, component.getName()));
            if (PATTERNS.containsKey(component.getName())) {
                property.put("pattern", PATTERNS.get(component.getName()));
            }
            properties.set(component.getName(), property);
            if (isRequired(component)) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        return schema;
    }

    /** An empty list or map that is left out when written may be absent when read. */
    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private ObjectNode value(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic) {
            return container(
                    (AnnotatedParameterizedType) annotated, (Class<?>) generic.getRawType());
        }
        return scalar((Class<?>) type);
    }

    private ObjectNode container(AnnotatedParameterizedType type, Class<?> raw) {
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = typed("array");
            array.set("items", value(arguments[0]));
            return Set.class.isAssignableFrom(raw) ? array.put("uniqueItems", true) : array;
        }
        ObjectNode map = typed("object");
        if (arguments[0].getType().equals(Integer.class)) {
            map.putObject("propertyNames").put("pattern", "^[0-9]+$");
        }
        map.set("additionalProperties", value(arguments[1]));
        return map;
    }

    private ObjectNode scalar(Class<?> type) {
        if (type == String.class) {
            return typed("string");
        } else if (type == Instant.class) {
            return typed("string").put("format", "date-time");
        } else if (type == int.class || type == Integer.class) {
            return typed("integer").put("format", "int32");
        } else if (type == long.class) {
            return typed("integer").put("format", "int64");
        } else if (type == double.class || type == Double.class) {
            return typed("number").put("format", "double");
        } else if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        return reference(type);
    }

    private ObjectNode reference(Class<?> type) {
        String name =
                type.getEnclosingClass() == null
                        ? type.getSimpleName()
                        : type.getEnclosingClass().getSimpleName() + type.getSimpleName();
        if (definitions.putIfAbsent(name, NODES.objectNode()) == null) {
            definitions.put(name, definition(type));
        }
        return NODES.objectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode definition(Class<?> type) {
        if (type.isEnum()) {
            return enumeration(type);
        } else if (type == Point.class) {
            return point();
        } else if (type.isRecord()) {
            return record(type);
        } else if (type.isSealed()) {
            return union(type);
        }
        throw new IllegalArgumentException(
                "type: " + type + " (expected: a record, an enum or a sealed interface)");
    }

    /** The one record that is an array on the wire. */
    private ObjectNode point() {
        ObjectNode schema = NODES.objectNode();
        describe(schema, javadoc.of(Point.class));
        schema.put("type", "array").put("minItems", 2).put("maxItems", 2);
        schema.set("items", typed("number").put("format", "double"));
        return schema;
    }

    private ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        describe(schema, javadoc.of(type));
        ArrayNode values = schema.put("type", "string").putArray("enum");
        Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .forEach(f -> values.add(f.getAnnotation(JsonProperty.class).value()));
        return schema;
    }

    private ObjectNode union(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        describe(schema, javadoc.of(type));
        String tag = type.getAnnotation(JsonTypeInfo.class).property();
        ArrayNode choices = schema.putArray("oneOf");
        for (var choice : type.getAnnotation(JsonSubTypes.class).value()) {
            choices.add(tagged(record(choice.value()), tag, choice.name()));
        }
        return schema;
    }

    private static ObjectNode tagged(ObjectNode record, String tag, String name) {
        ObjectNode properties = NODES.objectNode();
        properties.putObject(tag).put("const", name);
        properties.setAll((ObjectNode) record.get("properties"));
        record.set("properties", properties);
        ((ArrayNode) record.get("required")).insert(0, tag);
        return record;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static void describe(ObjectNode schema, @Nullable String words) {
        if (words != null) {
            schema.put("description", words);
        }
    }
}
