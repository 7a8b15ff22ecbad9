package io.assay.messaging;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long every test of every module waits for a condition. It only matters when a test fails, so
 * it is generous: a machine under load is no failure. Set once for the JVM, before the first test,
 * so that no class decides for another; JUnit finds it as a service.
 */
public final class TestTimeout implements LauncherSessionListener {

    public static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(TIMEOUT);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(POLL_INTERVAL);
    }
}
