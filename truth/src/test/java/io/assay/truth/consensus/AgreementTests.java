package io.assay.truth.consensus;

import static io.assay.truth.consensus.AnyAnswers.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Point;
import io.assay.events.Transcript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTests {

    @Test
    void categoriesAgreeOrDoNot() {
        Answer cat = new Answer.Category("cat");

        assertThat(Agreement.between(cat, new Answer.Category("cat"))).isEqualTo(1);
        assertThat(Agreement.between(cat, new Answer.Category("dog"))).isZero();
        assertThat(Agreement.between(cat, tags("cat"))).isZero();
    }

    @Test
    void tagsAgreeByWhatIsFoundAndMissed() {
        assertThat(Agreement.between(tags("cat", "dog"), tags("cat", "bird"))).isEqualTo(0.5);
        assertThat(Agreement.between(tags("cat", "dog"), tags("cat", "dog", "bird")))
                .isEqualTo(0.8);
        assertThat(Agreement.between(tags(), tags())).isEqualTo(1);
        assertThat(Agreement.between(tags(), tags("cat"))).isZero();
    }

    @Test
    void boxesAgreeIfTheyOverlapByHalfAndAreOfOneClass() {
        Answer accepted = boxes(box("cat", 0, 100), box("cat", 500, 100));

        assertThat(Agreement.between(boxes(box("cat", 20, 100), box("cat", 500, 100)), accepted))
                .isEqualTo(1);
        assertThat(Agreement.between(boxes(box("cat", 40, 100), box("cat", 500, 100)), accepted))
                .isEqualTo(0.5);
        assertThat(Agreement.between(boxes(box("dog", 0, 100)), accepted)).isZero();
        assertThat(Agreement.between(boxes(box("cat", 0, 100)), accepted))
                .isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void aBoxIsMatchedOnce() {
        Answer doubled = boxes(box("cat", 0, 100), box("cat", 0, 100));

        assertThat(Agreement.between(doubled, boxes(box("cat", 0, 100))))
                .isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void halfOfAnObjectIsItsAttributes() {
        Answer red = new Answer.Boxes(List.of(coloured("red")));

        assertThat(Agreement.between(red, red)).isEqualTo(1);
        assertThat(Agreement.between(new Answer.Boxes(List.of(coloured("blue"))), red))
                .isEqualTo(0.5);
        assertThat(Agreement.between(boxes(box("cat", 0, 100)), red)).isEqualTo(0.5);
    }

    @Test
    void objectsInOnePlaceAreMatchedByWhatIsSaidOfThem() {
        Answer redFirst = new Answer.Boxes(List.of(coloured("red"), coloured("blue")));
        Answer blueFirst = new Answer.Boxes(List.of(coloured("blue"), coloured("red")));

        assertThat(Agreement.between(redFirst, blueFirst)).isEqualTo(1);
    }

    @Test
    void aTextIsWorthItsRightCharacters() {
        Answer stop = text("STOP", List.of());

        assertThat(Agreement.between(text("  STOP\n", List.of()), stop)).isEqualTo(1);
        assertThat(Agreement.between(text("ST0P", List.of()), stop)).isEqualTo(0.75);
        assertThat(Agreement.between(text("stop", List.of()), stop)).isZero();
        assertThat(Agreement.between(text("STOP", SQUARE), stop)).isZero();
        assertThat(Agreement.between(text("ST0P", SQUARE), text("STOP", SQUARE))).isEqualTo(0.75);
    }

    @Test
    void aVerificationIsRightOrNot() {
        Answer right = new Answer.Verification(true);

        assertThat(Agreement.between(new Answer.Verification(true), right)).isEqualTo(1);
        assertThat(Agreement.between(new Answer.Verification(false), right)).isZero();
    }

    @Test
    void theToleranceIsAShare() {
        assertThatThrownBy(() -> new Tolerance(0, 0.8))
                .hasMessage("tags: 0.0 (expected: over 0 to 1)");
        assertThatThrownBy(() -> new Tolerance(0.8, Double.NaN))
                .hasMessage("objects: NaN (expected: over 0 to 1)");
    }

    private static final List<Point> SQUARE =
            List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10), new Point(0, 10));

    private static Answer text(String text, List<Point> region) {
        return new Answer.Transcripts(List.of(new Transcript("sign", text, region, Map.of())));
    }

    private static Box coloured(String colour) {
        return new Box("cat", 0, 0, 100, 100, null, Map.of("colour", colour));
    }

    private static Answer boxes(Box... boxes) {
        return new Answer.Boxes(List.of(boxes));
    }

    private static Box box(String classId, double x, double size) {
        return new Box(classId, x, 0, size, size);
    }
}
