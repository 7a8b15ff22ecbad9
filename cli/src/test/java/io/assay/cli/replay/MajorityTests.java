package io.assay.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MajorityTests {

    private static final Recording RECORDING =
            new Recording(
                    Map.of(
                            "clear", Map.of("ann", "cat", "bob", "cat", "eve", "dog"),
                            "also", Map.of("ann", "cat", "bob", "cat", "eve", "dog"),
                            "wrong", Map.of("ann", "dog", "bob", "dog"),
                            "tie", Map.of("ann", "dog", "eve", "cat")),
                    Map.of("clear", "cat", "also", "cat", "wrong", "cat", "tie", "dog"),
                    0);

    private final Majority majority = new Majority(RECORDING);

    @Test
    void aTieIsSeveral() {
        assertThat(majority.of("clear")).containsExactly("cat");
        assertThat(majority.of("tie")).containsExactly("cat", "dog");
    }

    @Test
    void aTieIsRightAsOftenAsTheLotSays() {
        assertThat(majority.right(Set.of("tie"))).isEqualTo(0.5);
        assertThat(majority.right(RECORDING.labels().keySet())).isCloseTo(2.5, within(1e-12));
    }
}
