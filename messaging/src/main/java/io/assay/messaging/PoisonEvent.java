package io.assay.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record that no repeat will make processable: it goes to the dead letters. */
final class PoisonEvent extends RuntimeException {

    /** Tells in a dead letter why it is one. */
    static final String HEADER = "kafka_assay_error";

    private static final int MAX_LENGTH = 1_000;

    PoisonEvent(RuntimeException cause) {
        super(
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(),
                cause);
    }

    /** The reason, out of all that listener and container have wrapped around it. */
    static Headers header(Exception failure) {
        String reason = failure.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonEvent poison) {
                reason = String.valueOf(poison.getMessage());
            }
        }
        String bounded = reason.substring(0, Math.min(reason.length(), MAX_LENGTH));
        return new RecordHeaders().add(HEADER, bounded.getBytes(StandardCharsets.UTF_8));
    }
}
