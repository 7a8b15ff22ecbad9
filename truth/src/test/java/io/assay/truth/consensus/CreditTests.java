package io.assay.truth.consensus;

import static io.assay.truth.consensus.AnyAnswers.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.GoldRule;
import io.assay.events.Point;
import io.assay.events.Polyline;
import io.assay.events.Transcript;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CreditTests {
    private static final Credit PARTIAL = new Credit(0.4, 0.9);

    @Test
    void whatIsAlmostInItsPlaceIsWorthAPart() {
        Answer right = boxes(box("cat", 0));

        // of 100 wide: off by 25 is 75 of 125, off by 60 is 40 of 160
        assertThat(Agreement.between(boxes(box("cat", 25)), right, PARTIAL))
                .isCloseTo((0.6 - 0.4) / 0.5, within(1e-9));
        assertThat(Agreement.between(boxes(box("cat", 60)), right, PARTIAL)).isZero();
        assertThat(Agreement.between(boxes(box("cat", 5)), right, PARTIAL)).isEqualTo(1);
        assertThat(Agreement.between(boxes(box("dog", 0)), right, PARTIAL)).isZero();
    }

    @Test
    void textCountsByItsCharactersAndLinesByTheirCloseness() {
        Answer stop = text("STOP");
        assertThat(Agreement.between(text("ST0P"), stop, PARTIAL)).isEqualTo(0.75);

        Answer line = line(0);
        assertThat(Agreement.between(line(1), line, new Credit(0.4, 1))).isBetween(0.5, 0.99);
        assertThat(Agreement.between(line(1), line, Credit.WHOLE)).isEqualTo(1);
    }

    @Test
    void classesAreScoredApart() {
        Answer right = boxes(box("cat", 0), box("cat", 300), box("dog", 600));
        Answer given = boxes(box("cat", 0), box("dog", 600), box("bird", 900));

        assertThat(ClassScores.of(given, right, Credit.WHOLE))
                .containsEntry("bird", 0.0)
                .containsEntry("cat", 2.0 / 3)
                .containsEntry("dog", 1.0)
                .hasSize(3);
        assertThat(ClassScores.of(tags("cat"), tags("cat", "dog"), Credit.WHOLE))
                .containsEntry("cat", 1.0)
                .containsEntry("dog", 0.0);
        assertThat(
                        ClassScores.of(
                                new Answer.Category("cat"),
                                new Answer.Category("dog"),
                                Credit.WHOLE))
                .isEmpty();
    }

    @Test
    void aProjectMovesWhatItNames() {
        Tolerance usual = new Tolerance(0.7, 0.8);

        Tolerance own = usual.by(new GoldRule(0.9, 0.6, null, null, null));
        assertThat(own).isEqualTo(new Tolerance(0.9, 0.9, new Credit(0.6, 0.6)));
        assertThat(usual.by(GoldRule.DEFAULT)).isEqualTo(usual);
        assertThatThrownBy(() -> new Credit(0.5, 0.4))
                .hasMessage("found, exact: 0.5, 0.4 (expected: 0 < found <= exact <= 1)");
        assertThatThrownBy(() -> new Credit(Double.NaN, 1)).hasMessageContaining("NaN");
    }

    @Property(tries = 300)
    void staysBetweenNothingAndAllAndNeverFallsAsTheRuleGetsMilder(
            @ForAll @IntRange(max = 120) int off,
            @ForAll @DoubleRange(min = 0.1, max = 1) double found,
            @ForAll @DoubleRange(min = 0, max = 1) double more,
            @ForAll @DoubleRange(min = 0, max = 1) double milder) {
        double exact = found + (1 - found) * more;
        Credit strict = new Credit(found, exact);
        Credit mild = new Credit(Math.max(0.05, found * milder), Math.max(0.05, exact * milder));
        Answer right = boxes(box("cat", 0), box("dog", 500));
        Answer given = boxes(box("cat", off), box("dog", 500));

        double score = Agreement.between(given, right, strict);

        assertThat(score).isBetween(0.0, 1.0);
        assertThat(Agreement.between(right, right, strict)).isEqualTo(1);
        assertThat(score).isLessThanOrEqualTo(Agreement.between(given, right, mild) + 1e-12);
        assertThat(Agreement.between(right, given, strict)).isCloseTo(score, within(1e-12));
    }

    @Property(tries = 300)
    void theFartherOffTheLessItIsWorth(
            @ForAll @IntRange(max = 120) int off,
            @ForAll @IntRange(min = 1, max = 50) int farther) {
        Answer right = boxes(box("cat", 0));

        assertThat(Agreement.between(boxes(box("cat", off + farther)), right, PARTIAL))
                .isLessThanOrEqualTo(Agreement.between(boxes(box("cat", off)), right, PARTIAL));
    }

    private static Answer boxes(Box... boxes) {
        return new Answer.Boxes(List.of(boxes));
    }

    private static Box box(String classId, double x) {
        return new Box(classId, x, 0, 100, 100);
    }

    private static Answer text(String text) {
        return new Answer.Transcripts(List.of(new Transcript("sign", text, List.of(), Map.of())));
    }

    private static Answer line(double y) {
        return new Answer.Polylines(
                List.of(
                        new Polyline(
                                "lane", List.of(new Point(0, y), new Point(100, y)), Map.of())));
    }
}
