package io.assay.review.provenance;

import static io.assay.review.TestEvents.tags;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.AnswerDiff;
import io.assay.events.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerDiffsTests {
    private static final Box LEFT = new Box("cat", 0, 0, 10, 10);
    private static final Box RIGHT = new Box("cat", 50, 0, 10, 10);

    @Test
    void namesWhatCameAndWhatWent() {
        AnswerDiff diff =
                AnswerDiffs.between(
                        new Answer.Boxes(List.of(LEFT, RIGHT)),
                        new Answer.Boxes(List.of(RIGHT, new Box("dog", 90, 0, 10, 10))));

        assertThat(diff).isEqualTo(new AnswerDiff(0.5, 1, List.of(1), List.of(0)));
    }

    @Test
    void countsEqualObjectsAsManyTimesAsThereAre() {
        AnswerDiff diff =
                AnswerDiffs.between(
                        new Answer.Boxes(List.of(LEFT, LEFT)), new Answer.Boxes(List.of(LEFT)));

        assertThat(diff.kept()).isEqualTo(1);
        assertThat(diff.removed()).containsExactly(1);
        assertThat(diff.added()).isEmpty();
    }

    @Test
    void tagsAreNamedInTheirOrder() {
        assertThat(AnswerDiffs.between(tags("cat", "dog"), tags("bird", "cat")))
                .isEqualTo(new AnswerDiff(0.5, 1, List.of(0), List.of(1)));
    }
}
