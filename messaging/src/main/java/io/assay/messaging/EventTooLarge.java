package io.assay.messaging;

/** An event that no broker takes: whatever led to it is refused before anything is written. */
public final class EventTooLarge extends RuntimeException {

    EventTooLarge(String event, int bytes) {
        super(
                "%s: %,d bytes (expected: at most %,d)"
                        .formatted(event, bytes, EventCodec.MAX_BYTES));
    }
}
