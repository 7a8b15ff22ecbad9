package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

/** What the web client's own rules are held to, too, so that both refuse the same answers. */
class AnswerCasesTests {

    private static final Path CASES = Path.of("src/test/resources/answer-cases.json");

    record Case(
            String name,
            Ontology ontology,
            @Nullable Integer width,
            @Nullable Integer height,
            Answer answer,
            List<String> problems) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases =
                Contract.JSON.readValue(Contract.read(CASES), new TypeReference<List<Case>>() {});
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheClientIsHeldTo(Case one) {
        assertThat(AnswerRules.problems(one.answer(), one.ontology(), one.width(), one.height()))
                .isEqualTo(one.problems());
    }
}
