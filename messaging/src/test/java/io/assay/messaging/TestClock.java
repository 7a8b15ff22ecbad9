package io.assay.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The time in tests. A service under test does not see today: its clock begins at {@link #NOON} and
 * runs on. So what tests publish and what the service reads from its clock agree, whatever the
 * date; and a service that reads the machine's clock by itself is some days away, and fails.
 *
 * <p>{@code -Dassay.test.date=2028-02-29} chooses another day.
 */
public final class TestClock extends Clock {

    /** Noon, UTC, of the day on which all tests happen. */
    public static final Instant NOON =
            LocalDate.parse(System.getProperty("assay.test.date", "2026-01-15"))
                    .atTime(LocalTime.NOON)
                    .toInstant(ZoneOffset.UTC);

    private static final TestClock SHARED = new TestClock();

    private final long startedNanos = System.nanoTime();
    private final AtomicLong passedMillis = new AtomicLong();

    /** One of its own, for a test that lets time pass. */
    public TestClock() {}

    /** The one that services have if a test says nothing. */
    public static TestClock shared() {
        return SHARED;
    }

    /** What a service would read from its clock now. */
    public static Instant now() {
        return SHARED.instant();
    }

    /** Makes this the clock of an application that is about to start. */
    public void giveTo(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("testClock", this);
    }

    /** As if one had waited for so long. */
    public void pass(Duration time) {
        passedMillis.addAndGet(time.toMillis());
    }

    /** In milliseconds, as the services' own clock. */
    @Override
    public Instant instant() {
        Duration running = Duration.ofNanos(System.nanoTime() - startedNanos);
        return NOON.plusMillis(running.toMillis() + passedMillis.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zone: " + zone + " (expected: UTC)");
    }
}
