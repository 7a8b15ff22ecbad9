package io.assay.review.consensus;

import static io.assay.review.TestEvents.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.events.Box;
import java.util.List;
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
    void theToleranceIsAShare() {
        assertThatThrownBy(() -> new Tolerance(0, 0.8))
                .hasMessage("tags: 0.0 (expected: over 0 to 1)");
        assertThatThrownBy(() -> new Tolerance(0.8, Double.NaN))
                .hasMessage("boxes: NaN (expected: over 0 to 1)");
    }

    private static Answer boxes(Box... boxes) {
        return new Answer.Boxes(List.of(boxes));
    }

    private static Box box(String classId, double x, double size) {
        return new Box(classId, x, 0, size, size);
    }
}
