package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Polygon;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The description of the API says what is always there. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the library has them
class ApiSchemasTests {
    record Inner(int count) {}

    record Sample(
            String name,
            int number,
            @Nullable String note,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
            List<Inner> all,
            @Nullable Inner one) {}

    @Test
    void allOfARecordIsThereButWhatMayBeNullOrIsLeftOut() {
        Map<String, Schema> schemas = described(Sample.class);

        assertThat(schemas.get("Sample").getRequired())
                .containsExactlyInAnyOrder("name", "number", "all");
        assertThat(schemas.get("Inner").getRequired()).containsExactly("count");
    }

    @Test
    void ofAnAnnotationThePlaceIsThereAndTheRestMayBe() {
        assertThat(described(Box.class).get("Box").getRequired())
                .contains("classId", "x", "y", "width", "height")
                .doesNotContain("rotation", "attributes");
    }

    @Test
    void answersAreToldApartByTheirTool() {
        OpenAPI api = customised(Answer.class);

        Schema<?> answer = api.getComponents().getSchemas().get("Answer");
        Schema<?> boxes = api.getComponents().getSchemas().get("Boxes");
        assertThat(answer.getOneOf()).hasSize(9);
        assertThat(answer.getDiscriminator().getMapping())
                .containsEntry("box", "#/components/schemas/Boxes");
        assertThat(boxes.getRequired()).containsExactly("tool", "boxes");
        Schema<?> tool = boxes.getProperties().get("tool");
        assertThat(tool.getEnum()).isEqualTo(List.of("box"));
    }

    @Test
    void aPointIsAPair() {
        Schema<?> point = customised(Polygon.class).getComponents().getSchemas().get("Point");

        assertThat(point.getTypes()).containsExactly("array");
        assertThat(point.getMinItems()).isEqualTo(2);
        assertThat(point.getMaxItems()).isEqualTo(2);
    }

    private static OpenAPI customised(Class<?> type) {
        OpenAPI api =
                new OpenAPI().components(new Components().schemas(new TreeMap<>(described(type))));
        new AnswerSchemas().customise(api);
        return api;
    }

    private static Map<String, Schema> described(Class<?> type) {
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RequiredProperties());
        return converters.readAll(type);
    }
}
