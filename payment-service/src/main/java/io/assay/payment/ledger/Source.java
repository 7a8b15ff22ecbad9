package io.assay.payment.ledger;

/**
 * The record of the log that an entry was made from.
 *
 * @param partition topic, dash and partition: {@code assay.reviews-3}
 */
public record Source(String partition, long offset) {

    public static Source of(String topic, int partition, long offset) {
        return new Source(topic + "-" + partition, offset);
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
