package io.assay.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in the description of the API what is always there: all of a record but what may be null and
 * what is left out where it is empty.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the library has them
final class RequiredProperties implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Set<JsonInclude.Include> LEFT_OUT =
            Set.of(
                    JsonInclude.Include.NON_EMPTY,
                    JsonInclude.Include.NON_ABSENT,
                    JsonInclude.Include.NON_DEFAULT);

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            Schema<?> model = resolved.get$ref() == null ? resolved : defined(resolved, context);
            if (model != null && model.getProperties() != null) {
                model.setRequired(of(raw, model.getProperties().keySet()));
            }
        }
        return resolved;
    }

    private static @Nullable Schema<?> defined(Schema<?> reference, ModelConverterContext context) {
        return context.getDefinedModels().get(reference.get$ref().substring(REFERENCE.length()));
    }

    /** Those of these properties that a record of this class always has, in its order. */
    static List<String> of(Class<?> type, Set<String> properties) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> always(type, component))
                .map(component -> name(type, component))
                .filter(properties::contains)
                .toList();
    }

    private static boolean always(Class<?> type, RecordComponent component) {
        JsonInclude include = field(type, component).getAnnotation(JsonInclude.class);
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && component.getType() != Optional.class
                && (include == null || !LEFT_OUT.contains(include.value()));
    }

    private static String name(Class<?> type, RecordComponent component) {
        JsonProperty named = field(type, component).getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    /** Annotations of Jackson's are kept there. */
    private static Field field(Class<?> type, RecordComponent component) {
        try {
            return type.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record has a field for each component", e);
        }
    }
}
