package io.assay.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LikelyAnswersTests {

    private static final Recording RECORDING =
            new Recording(
                    Map.of(
                            "clear", Map.of("ann", "cat", "bob", "cat", "eve", "dog"),
                            "also", Map.of("ann", "cat", "bob", "cat", "eve", "dog"),
                            "wrong", Map.of("ann", "dog", "bob", "dog"),
                            "tie", Map.of("ann", "dog", "eve", "cat")),
                    Map.of("clear", "cat", "also", "cat", "wrong", "cat", "tie", "dog"),
                    0);

    private final LikelyAnswers believed = new LikelyAnswers(RECORDING);

    @Test
    void inATieThoseAreBelievedWhoAgreeWithOthersElsewhere() {
        assertThat(believed.of("tie")).isEqualTo("dog");
        assertThat(believed.of("clear")).isEqualTo("cat");
    }

    @Test
    void whatIsBelievedDoesNotDependOnTheTruth() {
        Recording unknown = new Recording(RECORDING.labels(), Map.of(), 0);

        assertThat(new LikelyAnswers(unknown).of("tie")).isEqualTo("dog");
    }
}
