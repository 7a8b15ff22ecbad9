package io.assay.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The time in tests. A service under test does not see today: its clock begins at {@link #NOON} and
 * runs on. So what tests publish and what the service reads from its clock agree, whatever the
 * date, and a service that reads the machine's clock by itself is a day of its own away.
 *
 * <p>{@code -Dassay.test.date=2028-02-29} chooses another day.
 */
public final class TestClock extends Clock {

    /** Noon, UTC, of the day on which all tests happen. */
    public static final Instant NOON =
            LocalDate.parse(System.getProperty("assay.test.date", "2026-01-15"))
                    .atTime(LocalTime.NOON)
                    .toInstant(ZoneOffset.UTC);

    private static final TestClock CLOCK = new TestClock();

    private final long startedNanos = System.nanoTime();

    private TestClock() {}

    /** The one of this JVM: all services in it have the same time. */
    public static Clock clock() {
        return CLOCK;
    }

    /** What a service would read from its clock now. */
    public static Instant now() {
        return CLOCK.instant();
    }

    /** In milliseconds, as the services' own clock. */
    @Override
    public Instant instant() {
        return NOON.plusMillis(Duration.ofNanos(System.nanoTime() - startedNanos).toMillis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zone: " + zone + " (expected: UTC)");
    }

    /**
     * For applications that a test starts by itself; {@link Engines.Initializer} brings it, too.
     */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Config {

        @Bean
        Clock testClock() {
            return clock();
        }
    }
}
