package io.assay.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state with everything that states hold. */
record Thing(
        String name,
        int count,
        long big,
        Instant at,
        Map<String, Integer> byKey,
        List<Shape> shapes,
        @Nullable String absent) {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Shape.Dot.class, name = "dot"),
        @JsonSubTypes.Type(value = Shape.Line.class, name = "line")
    })
    sealed interface Shape {
        record Dot(double x) implements Shape {}

        record Line(Instant from, double length) implements Shape {}
    }

    static Thing named(String name) {
        return new Thing(
                name,
                1,
                1L << 40,
                TestClock.NOON.plusMillis(678),
                Map.of("task.worker", 3),
                List.of(new Shape.Dot(1.5), new Shape.Line(Instant.EPOCH, 2)),
                null);
    }
}
