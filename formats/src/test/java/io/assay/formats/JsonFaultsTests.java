package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.formats.data.BadEntry;
import io.assay.formats.io.Json;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonFaultsTests {

    private static String reason(String json) {
        try {
            return "read as " + Json.value(json, Answer.class);
        } catch (BadEntry e) {
            return e.reason();
        }
    }

    @Test
    void saysWhatIsWrongInPlainWords() {
        assertThat(reason("{'a':1}")).startsWith("JSON: unexpected ''' (line 1");
        assertThat(reason("{\"tool\":NaN}")).contains("tool: NaN");
        assertThat(reason("{")).contains("ends too early");
        assertThat(reason("{\"tool\":\"category\"}")).contains("classId: missing");
        assertThat(reason("{\"tool\":\"paint\"}")).contains("tool: paint (expected: a tool");
        assertThat(reason("{} {}")).startsWith("JSON: ");
        assertThat(reason("{\"tool\":\"box\",\"boxes\":[{\"classId\":\"a\",\"x\":\"wide\"}]}"))
                .contains("boxes.0.x: not a number");
    }

    /** None of the names of what reads it. */
    @Property
    void namesNoLibrary(@ForAll String text) {
        for (String json : List.of(text, "{\"tool\":" + text, "{\"tool\":\"box\"," + text)) {
            assertThat(reason(json).replace(text, ""))
                    .doesNotContain("Feature", "jackson", "java.", "io.assay", "StreamRead");
        }
    }
}
