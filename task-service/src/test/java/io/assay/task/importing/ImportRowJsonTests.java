package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.assay.events.Answer;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRowJsonTests {

    private static RowError error(String line) {
        try {
            return fail("read as " + ImportRowJson.read(line));
        } catch (BadRow e) {
            return e.at(1, null);
        }
    }

    @Test
    void readsAWholeRow() throws BadRow {
        ImportRow row =
                ImportRowJson.read(
                        """
                        {"externalId":"a1","url":"https://h/x.jpg","width":4,"height":3,"complexity":1.5,\
                        "priority":9,"minTier":2,"gold":{"tool":"tags","classIds":["dog","cat"]},"training":true,\
                        "preLabel":{"tool":"category","classId":"cat"},"workers":["w2","w1"]}
                        """);

        assertThat(row)
                .isEqualTo(
                        new ImportRow(
                                "a1",
                                null,
                                "https://h/x.jpg",
                                4,
                                3,
                                1.5,
                                9,
                                2,
                                new Answer.Tags(new TreeSet<>(List.of("cat", "dog"))),
                                true,
                                new Answer.Category("cat"),
                                List.of("w2", "w1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "[]",
                "\"text\"",
                "3",
                "null",
                "{} {}",
                "{\"externalId\":\"a\"} x",
                "{\"externalId\":\"a\",\"externalId\":\"b\"}",
                "{'externalId':'a'}",
                "{\"priority\":99999999999}"
            })
    void refusesWhatIsNoSingleObject(String line) {
        assertThatExceptionOfType(BadRow.class).isThrownBy(() -> ImportRowJson.read(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\":\"red\"} | colour",
                "{\"externalId\":7} | externalId",
                "{\"priority\":\"3\"} | priority",
                "{\"priority\":3.5} | priority",
                "{\"complexity\":\"1\"} | complexity",
                "{\"training\":1} | training",
                "{\"width\":{}} | width",
                "{\"gold\":{\"tool\":\"polygon\"}} | gold",
                "{\"gold\":{\"classId\":\"cat\"}} | gold",
                "{\"gold\":{\"tool\":\"category\",\"classId\":\"cat\",\"more\":1}} | gold.more",
            })
    void namesTheFieldThatIsToBlame(String line, String field) {
        assertThat(error(line).field()).isEqualTo(field);
    }

    @Test
    void tellsAnUnknownFieldByName() {
        assertThat(error("{\"colour\":\"red\"}").reason()).isEqualTo("colour: unknown field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"gold\":{\"tool\":\"category\"}}",
                "{\"gold\":{\"tool\":\"tags\"}}",
                "{\"gold\":{\"tool\":\"tags\",\"classIds\":[null]}}",
                "{\"gold\":{\"tool\":\"box\"}}",
                "{\"gold\":{\"tool\":\"box\",\"boxes\":[null]}}",
                "{\"gold\":{\"tool\":\"box\",\"boxes\":[{\"classId\":\"cat\",\"x\":1}]}}"
            })
    void refusesHalfAnswers(String line) {
        assertThatExceptionOfType(BadRow.class).isThrownBy(() -> ImportRowJson.read(line));
    }

    @Test
    void depthOfNestingIsLimited() {
        String deep = "{\"gold\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        assertThatExceptionOfType(BadRow.class).isThrownBy(() -> ImportRowJson.read(deep));
    }

    @Property
    void anyTextIsEitherARowOrABadRow(@ForAll String text) {
        try {
            assertThat(ImportRowJson.read(text)).isNotNull();
        } catch (BadRow e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{not json",
                "[]",
                "1",
                "{\"externalId\":1}",
                "{\"externalId\":{}}",
                "{\"priority\":\"a\"}",
                "{\"priority\":1.5}",
                "{\"complexity\":[]}",
                "{\"workers\":{}}",
                "{\"workers\":\"w\"}",
                "{\"training\":\"x\"}",
                "{\"gold\":[]}",
                "{\"gold\":{\"tool\":\"x\"}}",
                "{\"gold\":{\"tool\":\"box\",\"boxes\":{}}}",
                "{\"gold\":{\"tool\":\"box\",\"boxes\":[{}]}}",
                "{\"gold\":{\"tool\":\"box\"}}",
                "{\"gold\":{\"tool\":\"polygon\",\"polygons\":[{\"classId\":\"a\",\"points\":[{}]}]}}"
            })
    void namesNoClassesInWhatItSays(String row) {
        assertThatThrownBy(() -> ImportRowJson.read(row))
                .isInstanceOf(BadRow.class)
                .message()
                .doesNotContain("`", "java.", "io.assay", "jackson", "Exception", "Token");
    }
}
