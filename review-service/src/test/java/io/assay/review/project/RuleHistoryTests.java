package io.assay.review.project;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.project;
import static io.assay.review.TestEvents.ruled;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.GoldRule;
import io.assay.events.OverlapRule;
import io.assay.events.ReviewRule;
import io.assay.truth.consensus.Tolerance;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleHistoryTests {
    private static final OverlapRule OVERLAP = new OverlapRule(1, 1, 0.9);
    private static final Instant LATER = NOON.plusSeconds(3_600);
    private static final ReviewedProject FIRST = ReviewedProject.of(project("p", OVERLAP), 1);

    @Test
    void aWindowThatIsMadeShorterIsShorterOnlyForWhatIsLeasedSince() {
        ReviewedProject project = changed(FIRST, 2, LATER, 1, null);

        assertThat(project.appealWindow(NOON)).isEqualTo(Duration.ofDays(14));
        assertThat(project.appealWindow(LATER.minusMillis(1))).isEqualTo(Duration.ofDays(14));
        assertThat(project.appealWindow(LATER)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aToleranceThatIsMadeStricterIsStricterOnlyForWhatIsLeasedSince() {
        ReviewedProject project = changed(FIRST, 2, LATER, 14, 1.0);

        assertThat(project.tolerance(Tolerance.DEFAULT, NOON)).isEqualTo(Tolerance.DEFAULT);
        assertThat(project.tolerance(Tolerance.DEFAULT, LATER).tags()).isEqualTo(1);
        assertThat(project.tolerance(Tolerance.DEFAULT).tags()).isEqualTo(1);
    }

    /** Changing to and fro does not push out what is better for the worker. */
    @Test
    void manyChangesDoNotMakeWhatHeldForgotten() {
        ReviewedProject project = changed(FIRST, 2, NOON.plusSeconds(1), 90, 0.5);
        for (int i = 0; i < 1_000; i++) {
            project = changed(project, 3 + i, LATER.plusSeconds(i), 1 + i % 2, 0.9 + i % 2 * 0.1);
        }

        assertThat(project.rules().known()).hasSize(RuleHistory.MAX_KNOWN);
        assertThat(project.appealWindow(NOON)).isEqualTo(Duration.ofDays(90));
        assertThat(project.tolerance(Tolerance.DEFAULT, NOON).tags()).isEqualTo(0.5);
        assertThat(project.appealWindow(LATER.plusSeconds(999))).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void aChangeOfAnythingElseIsNone() {
        ReviewedProject project =
                FIRST.succeededBy(ReviewedProject.of(project("p", new OverlapRule(2, 2, 0.9)), 2));

        assertThat(project.rules()).isEqualTo(FIRST.rules());
        assertThat(project.overlap().min()).isEqualTo(2);
    }

    private static ReviewedProject changed(
            ReviewedProject before,
            long sequence,
            Instant at,
            int appealDays,
            @Nullable Double needed) {
        return before.succeededBy(
                ReviewedProject.of(
                        ruled(
                                "p",
                                OVERLAP,
                                at,
                                new ReviewRule(0, appealDays),
                                new GoldRule(needed, null, null, null, null)),
                        sequence));
    }
}
