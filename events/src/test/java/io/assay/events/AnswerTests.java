package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"tool":"box","boxes":[{"classId":"c","x":1.0,"y":2.0,"width":3.0,"height":4.0,"rotation":30.0,"attributes":{"a":"1","b":"x"}}]}""",
                """
                {"tool":"polygon","polygons":[{"classId":"c","points":[[0.0,0.0],[4.0,0.0],[4.0,3.5]]}]}""",
                """
                {"tool":"polyline","polylines":[{"classId":"c","points":[[0.0,0.0],[4.0,0.5]]}]}""",
                """
                {"tool":"keypoints","figures":[{"classId":"c","points":[{"x":1.0,"y":2.0,"visibility":"hidden"}]}]}""",
                """
                {"tool":"mask","masks":[{"classId":"c","width":2,"height":2,"counts":[1,2,1]}]}""",
                """
                {"tool":"transcript","transcripts":[{"classId":"c","text":"STOP","region":[[0.0,0.0],[4.0,0.0],[4.0,3.5]]}]}""",
                """
                {"tool":"transcript","transcripts":[{"classId":"c","text":"STOP"}]}""",
                """
                {"tool":"verification","correct":false}"""
            })
    void everyShapeIsReadAndWrittenTheSame(String json) {
        assertThat(json(read(json))).isEqualTo(json);
    }

    @Test
    void attributesInAnyOrderAreTheSameBytes() {
        String one = "{\"tool\":\"mask\",\"masks\":[{\"classId\":\"c\",\"width\":1,\"height\":1,";
        String counts = "\"counts\":[0,1],";

        assertThat(json(read(one + counts + "\"attributes\":{\"b\":\"1\",\"a\":\"2\"}}]}")))
                .isEqualTo(
                        json(read(one + counts + "\"attributes\":{\"a\":\"2\",\"b\":\"1\"}}]}")));
    }

    @Test
    void unknownToolIsNoAnswer() {
        assertThatThrownBy(() -> read("{\"tool\":\"hologram\",\"classId\":\"cat\"}"))
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
