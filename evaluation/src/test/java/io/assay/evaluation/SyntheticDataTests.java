package io.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.truth.inference.AssayInference;
import io.assay.truth.inference.Posteriors;
import io.assay.truth.inference.TruthInference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures of every clone, also where there are no recorded data: by data of our own making, see
 * {@link SyntheticData}. A method that gets worse, or another one, gives others.
 */
class SyntheticDataTests {
    @TempDir static Path dir;
    private static Recording crowd;

    @BeforeAll
    static void make() throws IOException {
        SyntheticData.crowd(dir);
        SyntheticData.boxes(dir);
        crowd = Recording.read(dir, "labels", "truth").orElseThrow();
    }

    @Test
    void everyMethodIsAsRightAsItWas() {
        assertThat(accuracy(Posteriors::voteShares)).isCloseTo(0.9717, within(0.0005));
        assertThat(accuracy(OneCoin.PUBLISHED)).isCloseTo(0.9867, within(0.0005));
        assertThat(accuracy(DawidSkene.PUBLISHED)).isCloseTo(0.9933, within(0.0005));
        assertThat(accuracy(new AssayInference())).isCloseTo(0.995, within(0.0005));
    }

    @Test
    void oursIsRightMoreOftenThanTheMajorityAndSurerThanDawidSkene() {
        Score ours = score(new AssayInference());

        assertThat(ours.accuracy()).isGreaterThan(score(Posteriors::voteShares).accuracy() + 0.02);
        assertThat(ours.logLoss()).isLessThan(score(DawidSkene.PUBLISHED).logLoss());
        assertThat(ours.logLoss()).isCloseTo(0.0495, within(0.002));
    }

    @Test
    void isAsSureAsItIsRightOnceThereIsGold() {
        double ece = 0;
        for (int draw = 0; draw < 10; draw++) {
            ece += MethodTable.withGold(crowd, crowd.gold(100, new Random(draw))).ece();
        }

        assertThat(ece / 10).isLessThanOrEqualTo(0.03);
    }

    @Test
    void leavesOutRepeats() {
        assertThat(crowd.labels().size()).isEqualTo(3_000);
    }

    @Test
    void boxesAreMergedAsWellAsTheyWereAndBetterThanByMajority() throws IOException {
        BoxEvaluation evaluation = new BoxEvaluation(BoxData.read(dir), 3);

        BoxEvaluation.Result three = evaluation.evaluate(3);
        BoxEvaluation.Result seven = evaluation.evaluate(7);

        assertThat(List.of(figures(three), figures(seven)))
                .containsExactly(
                        "majority 0.944, assay 0.973, one by one 0.968",
                        "majority 0.984, assay 1.000, one by one 0.997");
        assertThat(three.assay().f1()).isGreaterThan(three.majority().f1());
        assertThat(seven.assay().f1()).isGreaterThan(seven.majority().f1());
    }

    private static String figures(BoxEvaluation.Result result) {
        return String.format(
                Locale.ROOT,
                "majority %.3f, assay %.3f, one by one %.3f",
                result.majority().f1(),
                result.assay().f1(),
                result.oneByOne().f1());
    }

    /** Of seven labels each. */
    @Test
    void stoppingSavesLabelsOfBoxes() throws IOException {
        BoxStopping.Outcome outcome = BoxStopping.simulate(BoxData.read(dir), 0.025, 2);

        assertThat(outcome.labelsPerPicture()).isCloseTo(5.77, within(0.05));
        assertThat(outcome.score().f1()).isGreaterThan(0.9);
    }

    private static double accuracy(TruthInference method) {
        return score(method).accuracy();
    }

    private static Score score(TruthInference method) {
        return Score.of(method.infer(crowd.labels()), crowd.truth());
    }
}
