package io.assay.cli.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for conditions that come true by themselves. */
public final class Await {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(700);

    private Await() {}

    /**
     * Returns once nothing is left to wait for.
     *
     * @param missing what is still missing, in words; empty if nothing is. A failed request counts
     *     as missing.
     * @throws TimeoutException saying what is missing after all
     */
    public static void await(Duration timeout, Supplier<Optional<String>> missing)
            throws TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<String> left = look(missing);
        while (left.isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(left.get() + " after " + timeout.toSeconds() + " s");
            }
            Pause.of(POLL_INTERVAL);
            left = look(missing);
        }
    }

    private static Optional<String> look(Supplier<Optional<String>> missing) {
        try {
            return missing.get();
        } catch (ProblemException | Http.Unreachable failed) {
            return Optional.of("no answer: " + failed.getMessage());
        }
    }
}
