package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PaceTests {

    private static final Duration GRACE = Duration.ofSeconds(30);

    @Test
    void endsWhoTakesLittleForLong() {
        Pace pace = new Pace(4_096, GRACE);
        for (int second = 0; second < 29; second++) {
            assertThat(pace.tooSlow(100, Duration.ofSeconds(1))).isFalse();
        }

        assertThat(pace.tooSlow(100, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void letsGoOnWhoTakesEnough() {
        Pace pace = new Pace(4_096, GRACE);

        for (int second = 0; second < 1_000; second++) {
            assertThat(pace.tooSlow(5_000, Duration.ofSeconds(1))).isFalse();
        }
    }

    @Test
    void countsOnlyTheTimeOfWriting() {
        Pace pace = new Pace(4_096, GRACE);

        for (int line = 0; line < 100_000; line++) {
            assertThat(pace.tooSlow(1, Duration.ZERO)).isFalse();
        }
    }

    @Test
    void startsAnewAfterEachJudgement() {
        Pace pace = new Pace(4_096, GRACE);
        assertThat(pace.tooSlow(1 << 30, GRACE)).isFalse();

        assertThat(pace.tooSlow(10, GRACE)).isTrue();
    }

    /** A client that takes a line a second, each of less than a hundred bytes. */
    @Test
    void breaksOffTheStreamOfASlowReader() {
        AtomicLong nanos = new AtomicLong();
        ResponseSink sink =
                new ResponseSink(
                        new OutputStream() {
                            @Override
                            public void write(int one) {}

                            @Override
                            public void write(byte[] bytes) {
                                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                            }
                        },
                        StreamFormat.NDJSON,
                        new CursorText(new TestSignature("s"), "project:p1"),
                        JsonMapper.shared(),
                        new Pace(4_096, GRACE),
                        nanos::get,
                        new SimpleMeterRegistry());
        ResultRecord.Decoded result =
                new ResultRecord.Decoded("e1", "t", Instant.EPOCH, "p1", Map.of());

        assertThatThrownBy(
                        () -> {
                            for (int line = 0; line < 60; line++) {
                                sink.line(Cursor.BEGINNING, result);
                            }
                        })
                .isInstanceOf(SlowReader.class);
    }
}
