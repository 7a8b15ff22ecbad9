package io.assay.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class BelievedTests {

    private static final Recording RECORDING =
            new Recording(
                    Map.of(
                            "clear", Map.of("ann", "cat", "bob", "cat", "eve", "dog"),
                            "also", Map.of("ann", "cat", "bob", "cat", "eve", "dog"),
                            "wrong", Map.of("ann", "dog", "bob", "dog"),
                            "tie", Map.of("ann", "dog", "eve", "cat")),
                    Map.of("clear", "cat", "also", "cat", "wrong", "cat", "tie", "dog"),
                    0);

    private final Believed believed = new Believed(RECORDING);

    @Test
    void inATieThoseAreBelievedWhoAgreeWithOthersElsewhere() {
        assertThat(believed.of("tie")).isEqualTo("dog");
        assertThat(believed.of("clear")).isEqualTo("cat");
    }

    @Test
    void whatIsBelievedDoesNotDependOnTheTruth() {
        Recording unknown = new Recording(RECORDING.labels(), Map.of(), 0);

        assertThat(new Believed(unknown).of("tie")).isEqualTo("dog");
    }
}
