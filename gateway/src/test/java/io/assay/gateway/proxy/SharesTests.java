package io.assay.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SharesTests {

    @Test
    void addsUpWhatIsOpen() {
        assertThat(
                        merged(
                                "{'items':[{'id':'p1','open':3,'tier':2},{'id':'p3','open':1}]}",
                                "{'items':[{'id':'p1','open':4,'tier':2},{'id':'p2','open':5}]}"))
                .isEqualTo(
                        json(
                                "{'items':[{'id':'p1','open':7,'tier':2},{'id':'p2','open':5},"
                                        + "{'id':'p3','open':1}]}"));
    }

    @Test
    void addsUpTasksOfTheSameReason() {
        assertThat(
                        merged(
                                why(
                                        "{'reason':'tier-too-low','tasks':2,'has':1,'needs':3}",
                                        "{'reason':'already-had','tasks':1}"),
                                why(
                                        "{'reason':'tier-too-low','tasks':5,'has':1,'needs':3}",
                                        "{'reason':'tier-too-low','tasks':1,'has':1,'needs':4}")))
                .isEqualTo(
                        json(
                                why(
                                        "{'reason':'already-had','tasks':1}",
                                        "{'reason':'tier-too-low','tasks':7,'has':1,'needs':3}",
                                        "{'reason':'tier-too-low','tasks':1,'has':1,'needs':4}")));
    }

    @Test
    void saysThatNothingIsOpenOnlyIfAllDo() {
        String nothing = why("{'reason':'nothing-open'}");
        String had = why("{'reason':'already-had','tasks':4}");

        assertThat(merged(nothing, nothing)).isEqualTo(json(nothing));
        assertThat(merged(nothing, had)).isEqualTo(json(had));
    }

    @Test
    void saysThatTasksMoveIfAnyDoes() {
        assertThat(
                        merged(
                                "{'reasons':[{'reason':'share-moving'}],'items':[]}",
                                "{'reasons':[],'items':[]}"))
                .isEqualTo(json("{'reasons':[{'reason':'share-moving'}],'items':[]}"));
    }

    @Test
    void endsAPageWhereTheFirstOfThemEnds() {
        assertThat(
                        merged(
                                "{'items':[{'id':'p1','open':1},{'id':'p2','open':1}],'next':'two'}",
                                "{'items':[{'id':'p2','open':1},{'id':'p3','open':1}],'next':'three'}"))
                .isEqualTo(
                        json(
                                "{'items':[{'id':'p1','open':1},{'id':'p2','open':2}],"
                                        + "'next':'two'}"));
    }

    @Test
    void leavesNothingOutOfWhatHasNoPages() {
        String many =
                IntStream.range(100, 180)
                        .mapToObj("{'id':'p%d','open':1}"::formatted)
                        .collect(Collectors.joining(",", "{'items':[", "]}"));

        assertThat(merged(many, many).path("items")).hasSize(80);
        assertThat(merged(many, many).has("next")).isFalse();
    }

    private static JsonNode merged(String... answers) {
        return Shares.merged(Stream.of(answers).map(SharesTests::json).toList());
    }

    private static String why(String... reasons) {
        return "{'reasons':[],'items':[{'id':'p1','open':0,'reasons':["
                + String.join(",", reasons)
                + "]}]}";
    }

    private static JsonNode json(String text) {
        return Api.JSON.readTree(text.replace('\'', '"'));
    }
}
