package io.assay.truth.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RoverTests {

    @Test
    void eachWordIsThatOfMostReaders() {
        assertThat(rover("no parking her", "no barking here", "on parking here"))
                .isEqualTo("no parking here");
    }

    @Test
    void aWordTooMuchOrTooFewIsOutvoted() {
        assertThat(rover("no parking here", "no here", "no parking right here"))
                .isEqualTo("no parking here");
        assertThat(rover("here", "no here", "no here")).isEqualTo("no here");
    }

    @Test
    void whereAllWordsDifferTheCharactersVote() {
        assertThat(rover("parkinq", "pamking", "porking")).isEqualTo("parking");
    }

    @Test
    void theTrustedReaderWeighsMore() {
        assertThat(Rover.of(List.of(weighted("ten", 1), weighted("men", 1), weighted("den", 5))))
                .isEqualTo("den");
    }

    @Test
    void linesStayLines() {
        assertThat(rover("exit\n12", "exit\n12 ", "exit\n13")).isEqualTo("exit\n12");
    }

    @Test
    void textsWithoutACharacterAndVeryLongOnesAreFine() {
        String text = "word ".repeat(1_000);

        assertThat(rover("", "")).isEmpty();
        assertThat(rover("", "a", " ")).isEqualTo("");
        assertThat(rover(text, text + "more", text)).isEqualTo(text);
    }

    @Property(tries = 200)
    void whatAllReadIsReturned(
            @ForAll @StringLength(max = 40) String text,
            @ForAll @IntRange(min = 1, max = 6) int readers) {
        String[] readings = new String[readers];
        Arrays.fill(readings, text);

        assertThat(rover(readings)).isEqualTo(text);
    }

    @Property(tries = 200)
    void oneOfFiveIsOutvoted(@ForAll @StringLength(max = 40) String other) {
        assertThat(rover("no parking here", "no parking here", other, "no parking here"))
                .isEqualTo("no parking here");
    }

    private static String rover(String... readings) {
        return Rover.of(Arrays.stream(readings).map(one -> weighted(one, 1)).toList());
    }

    private static Weighted<String> weighted(String text, double weight) {
        return new Weighted<>(text, weight);
    }
}
