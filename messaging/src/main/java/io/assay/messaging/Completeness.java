package io.assay.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a decoded record lacks. JSON mapping leaves absent fields null, whatever the type
 * says; this holds a record to its own {@code @Nullable} annotations instead.
 */
final class Completeness {

    private static final ClassValue<List<RecordComponent>> REQUIRED =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .filter(c -> !c.getType().isPrimitive())
                            .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .toList();
                }
            };

    private Completeness() {}

    /** The path of the first component that is null and may not be; null if there is none. */
    static @Nullable String missing(Record value) {
        for (RecordComponent component : REQUIRED.get(value.getClass())) {
            Object content = read(component, value);
            if (content == null) {
                return component.getName();
            }
            if (content instanceof Record nested) {
                String below = missing(nested);
                if (below != null) {
                    return component.getName() + "." + below;
                }
            }
        }
        return null;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("unreadable record component " + component, e);
        }
    }
}
