package io.assay.messaging;

/** A record that is not one of our events: malformed, incomplete or not JSON at all. */
public final class UndecodableEvent extends RuntimeException {

    UndecodableEvent(String message) {
        super(message);
    }

    UndecodableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
