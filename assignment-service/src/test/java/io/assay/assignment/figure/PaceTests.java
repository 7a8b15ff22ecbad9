package io.assay.assignment.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.messaging.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final Instant NOON = TestClock.NOON;

    @Test
    void countsFromTheSubmissionBefore() {
        List<Pace.Piece> batch = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            batch.add(piece("p", 0, 20 * i));
        }
        Collections.shuffle(batch, new Random(1));

        assertThat(Pace.of(batch).get("p").picture()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aRestIsNoWork() {
        List<Pace.Piece> pieces = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            pieces.add(piece("p", 0, 20 * i));
            pieces.add(piece("p", 90_000, 90_000 + 10 * i));
        }
        pieces.add(piece("p", 0, 80_000));

        assertThat(Pace.of(pieces).get("p").picture()).isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whatIsSentTogetherSharesTheTime() {
        List<Pace.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            pieces.add(new Pace.Piece("p", NOON, NOON.plusSeconds(100).plusMillis(i), null));
        }

        assertThat(Pace.of(pieces).get("p").picture()).isBetween(seconds(10), seconds(11));
    }

    @Test
    void timeSpentOnOtherProjectsIsNotCountedTwice() {
        List<Pace.Piece> pieces = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            pieces.add(piece(i % 2 == 0 ? "p" : "q", 0, 10 * i));
        }

        Map<String, Pace.Own> own = Pace.of(pieces);

        assertThat(own.get("p").picture()).isEqualTo(seconds(10));
        assertThat(own.get("q").picture()).isEqualTo(seconds(10));
    }

    @Test
    void programsHaveNoPace() {
        List<Pace.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            pieces.add(new Pace.Piece("p", NOON, NOON.plusMillis(20 * i), null));
        }

        assertThat(Pace.of(pieces).get("p").picture()).isNull();
    }

    @Test
    void tellsTheShareThatIsAccepted() {
        List<Pace.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pieces.add(new Pace.Piece("p", NOON, NOON.plusSeconds(60 * i), i < 6));
        }
        pieces.add(piece("p", 0, 3_000));

        assertThat(Pace.of(pieces).get("p").acceptedPercent()).isEqualTo(75);
        assertThat(Pace.of(pieces.subList(0, 4)).get("p").acceptedPercent()).isNull();
    }

    private static Pace.Piece piece(String project, long leasedAt, long submittedAt) {
        return new Pace.Piece(
                project, NOON.plusSeconds(leasedAt), NOON.plusSeconds(submittedAt), null);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
