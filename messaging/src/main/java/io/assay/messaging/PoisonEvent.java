package io.assay.messaging;

/** A record that no repeat will make processable: it goes to the dead letters. */
final class PoisonEvent extends RuntimeException {

    PoisonEvent(RuntimeException cause) {
        super(
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(),
                cause);
    }
}
