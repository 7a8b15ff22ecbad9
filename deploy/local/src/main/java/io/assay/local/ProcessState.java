package io.assay.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a process, so that another command finds it.
 *
 * @param started when the system says that the process began: a pid alone may be another's by now
 * @param secondsToReady null while it isn't
 */
record ProcessState(
        String name,
        long pid,
        Instant started,
        @Nullable Double secondsToReady,
        String log,
        String address) {

    /** Start times are known to a hundredth of a second, and rounded differently by who asks. */
    private static final Duration SAME = Duration.ofSeconds(2);

    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().startInstant().map(this::isStart).orElse(true));
    }

    private boolean isStart(Instant instant) {
        return Duration.between(started, instant).abs().compareTo(SAME) < 0;
    }

    boolean isAlive() {
        return handle().isPresent();
    }
}
