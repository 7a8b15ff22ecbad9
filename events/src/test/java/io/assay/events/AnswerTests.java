package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class AnswerTests {

    @Property
    void tagsInAnyOrderAreTheSameBytes(@ForAll Set<@AlphaChars String> ids) {
        var backwards = new TreeSet<String>(java.util.Comparator.reverseOrder());
        backwards.addAll(ids);

        assertThat(json(new Answer.Tags(backwards)))
                .isEqualTo(json(new Answer.Tags(new TreeSet<>(ids))));
    }

    @Test
    void toolTellsTheAnswersApart() {
        assertThat(json(new Answer.Category("cat")))
                .isEqualTo("{\"tool\":\"category\",\"classId\":\"cat\"}");
    }

    @Test
    void unknownToolIsNoAnswer() {
        assertThatThrownBy(() -> read("{\"tool\":\"polygon\",\"classId\":\"cat\"}"))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void answerWithoutToolIsNoAnswer() {
        assertThatThrownBy(() -> read("{\"classId\":\"cat\"}"))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void answerWithoutItsClassIsNoAnswer() {
        assertThatThrownBy(() -> read("{\"tool\":\"category\"}"))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read("{\"tool\":\"tags\"}")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read("{\"tool\":\"box\",\"boxes\":[{\"x\":1}]}"))
                .isInstanceOf(JacksonException.class);
    }

    private static String json(Answer answer) {
        return Contract.JSON.writerFor(Answer.class).writeValueAsString(answer);
    }

    private static Answer read(String json) {
        return Contract.JSON.readValue(json, Answer.class);
    }
}
