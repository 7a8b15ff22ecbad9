package io.assay.messaging;

/** An event with the place it was read from. */
public record Received(Envelope envelope, String topic, int partition, long offset) {

    /** The data, typed by the caller's {@code switch}. */
    public io.assay.events.Event event() {
        return envelope.event();
    }

    /**
     * {@code topic-partition@offset}: identifies one delivery, where the event's id identifies one
     * fact.
     */
    public String position() {
        return topic + "-" + partition + "@" + offset;
    }
}
