package io.assay.assignment.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectFiguresTests {

    private static final Money PRICE = new Money(150, "INR");

    @Test
    void tellsWhatAnHourReallyBrings() {
        ProjectFigures figures = pictures(40, 10_000, "a", "b", "c").plus(verdicts(30, 10));

        WorkFigures told = figures.at(PRICE);

        assertThat(told.acceptedPercent()).isEqualTo(75);
        assertThat(told.verdictSeconds()).isBetween(55L, 66L);
        assertThat(told.pictureMillis()).isBetween(9_200L, 11_000L);
        // 360 pictures of 1.50, three of four accepted
        assertThat(told.hourly().minor()).isBetween(37_000L, 44_000L);
    }

    @Test
    void tellsNothingOfFewLabels() {
        WorkFigures told = pictures(19, 10_000, "a", "b", "c").plus(verdicts(19, 0)).at(PRICE);

        assertThat(told).isEqualTo(new WorkFigures(null, null, null, null));
    }

    /** One could tell how fast another works, and how well. */
    @Test
    void tellsNothingOfTwoWorkers() {
        WorkFigures told = pictures(60, 10_000, "a", "b").plus(verdicts(60, 0)).at(PRICE);

        assertThat(told).isEqualTo(new WorkFigures(null, null, null, null));
    }

    @Test
    void aCorrectionCountsForTheWorkers() {
        ProjectFigures figures = pictures(20, 10_000, "a", "b", "c").plus(verdicts(10, 10));

        assertThat(figures.plus(ProjectFigures.ofCorrection()).acceptedPercent()).hasValue(55);
    }

    @Test
    void laterLabelsWeighMore() {
        ProjectFigures figures = pictures(4_000, 60_000, "a", "b", "c");
        for (int i = 0; i < 4_000; i++) {
            figures = figures.plus(pictures(1, 2_000, "a"));
        }

        assertThat(figures.picture().orElseThrow()).isLessThan(Duration.ofSeconds(3));
        assertThat(figures.pictures().total()).isLessThanOrEqualTo(4_000);
    }

    @Test
    void remembersNoMoreWorkersThanItTakes() {
        ProjectFigures figures = ProjectFigures.NONE;
        for (int i = 0; i < 1_000; i++) {
            figures = figures.plus(pictures(1, 1_000, "worker" + i));
        }

        assertThat(figures.workers()).hasSize(ProjectFigures.MIN_WORKERS);
    }

    private static ProjectFigures pictures(int count, long millis, String... workers) {
        ProjectFigures figures = ProjectFigures.NONE;
        for (int i = 0; i < count; i++) {
            figures =
                    figures.plus(
                            ProjectFigures.ofPictures(
                                    workers[i % workers.length],
                                    Durations.of(List.of(Duration.ofMillis(millis)))));
        }
        return figures;
    }

    private static ProjectFigures verdicts(int accepted, int rejected) {
        ProjectFigures figures = ProjectFigures.NONE;
        for (int i = 0; i < accepted + rejected; i++) {
            figures = figures.plus(ProjectFigures.ofVerdict(Duration.ofMinutes(1), i < accepted));
        }
        return figures;
    }
}
