package io.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.truth.inference.AssayInference;
import io.assay.truth.inference.TruthInference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Skipped where the recorded data are not. */
class RecordedDataTests {

    /** Zheng et al., PVLDB 10(5), 2017, table 6. */
    @ParameterizedTest
    @CsvSource({"possent, 95.10, 94.60, 96.00, 95.66", "product, 92.80, 63.59, 93.66, 71.59"})
    void reproducesWhatWasPublished(
            String set, double oneCoin, double oneCoinF1, double dawidSkene, double dawidSkeneF1) {
        assertPercent(score(set, OneCoin.PUBLISHED), oneCoin, oneCoinF1);
        assertPercent(score(set, DawidSkene.PUBLISHED), dawidSkene, dawidSkeneF1);
    }

    @ParameterizedTest
    @CsvSource({"possent, 0.960, 0", "product, 0.936, 0.715", "cifar10s, 0.936, 0"})
    void reachesItsGoals(String set, double accuracy, double f1) {
        Score score = score(set, new AssayInference());

        assertThat(score.accuracy()).isGreaterThanOrEqualTo(accuracy);
        assertThat(f1 == 0 || score.f1() >= f1).isTrue();
        assertThat(score.logLoss()).isLessThan(score(set, DawidSkene.PUBLISHED).logLoss());
    }

    @ParameterizedTest
    @ValueSource(strings = {"possent", "product", "cifar10s"})
    void isAsSureAsItIsRightOnceThereIsGold(String set) {
        Recording recording = recording(set);
        double ece = 0;
        for (int draw = 0; draw < 10; draw++) {
            ece += MethodTable.withGold(recording, recording.gold(200, new Random(draw))).ece();
        }

        assertThat(ece / 10).isLessThanOrEqualTo(0.03);
    }

    @Test
    void leavesOutRepeats() {
        assertThat(recording("cifar10s").labels().size()).isEqualTo(6200);
    }

    private static void assertPercent(Score score, double accuracy, double f1) {
        assertThat(100 * score.accuracy()).isCloseTo(accuracy, within(0.05));
        assertThat(100 * score.f1()).isCloseTo(f1, within(0.05));
    }

    private static Score score(String set, TruthInference method) {
        Recording recording = recording(set);
        return Score.of(method.infer(recording.labels()), recording.truth());
    }

    private static Recording recording(String set) {
        Path directory =
                Optional.ofNullable(System.getenv("ASSAY_DATA"))
                        .map(Path::of)
                        .orElse(Path.of("../../shared/data"))
                        .resolve("crowd")
                        .resolve(set);
        Assumptions.assumeTrue(Files.isDirectory(directory), "no recorded data at " + directory);
        return Recording.read(directory, "labels", "truth").orElseThrow();
    }
}
