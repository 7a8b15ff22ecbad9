package io.assay.payment.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.assay.events.LabelReviewed;
import io.assay.events.Money;
import io.assay.payment.ledger.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted label that could not be paid when it was read: kept whole, published again when it
 * can be, and kept as a record after that.
 *
 * @param eventId under which the verdict is published again, with {@code sequence} and {@code
 *     traceparent}
 * @param source where it was read last. Read up to there once more it stays parked, since balances
 *     may have moved past it; published again it is read further on.
 * @param expected what the rate card says; null unless the price is disputed
 * @param retriedAt when it was last published again
 */
record Dispute(
        Status status,
        LabelReviewed verdict,
        String eventId,
        long sequence,
        @Nullable String traceparent,
        Source source,
        @Nullable Money expected,
        Instant parkedAt,
        @Nullable Instant retriedAt) {

    /** Where a dispute stands. */
    enum Status {
        /** the rate card has not arrived yet; goes on by itself when it does */
        @JsonProperty("waiting")
        WAITING,
        /** the price is not what the card says; finance must look */
        @JsonProperty("disputed")
        DISPUTED,
        /** finance accepted the price that was promised; about to be paid */
        @JsonProperty("approved")
        APPROVED,
        /** over */
        @JsonProperty("paid")
        PAID
    }

    /** True if the verdict was parked from this record of the log, or from a later one. */
    boolean parkedAtOrAfter(Source other) {
        return source.partition().equals(other.partition()) && other.offset() <= source.offset();
    }

    /** True if the price need not be checked any more. */
    boolean cleared() {
        return status == Status.APPROVED || status == Status.PAID;
    }

    /** True if it was published again so recently that it may still be on its way. */
    boolean retriedSince(Instant instant) {
        return retriedAt != null && retriedAt.isAfter(instant);
    }

    Dispute approved() {
        return with(Status.APPROVED, null);
    }

    Dispute paid() {
        return with(Status.PAID, retriedAt);
    }

    /** The same verdict, after a later record about its label was read. */
    Dispute parkedAgain(Status next, Source readLast, @Nullable Money expected) {
        return new Dispute(
                next,
                verdict,
                eventId,
                sequence,
                traceparent,
                readLast,
                expected,
                parkedAt,
                retriedAt);
    }

    Dispute retried(Instant now) {
        return with(status, now);
    }

    /** Why it is not paid, for people. */
    String explanation() {
        int version = verdict.terms().rateVersion();
        return switch (status) {
            case WAITING -> "rateVersion: " + version + " (expected: a version that has arrived)";
            case DISPUTED ->
                    "price: "
                            + plain(verdict.terms().price())
                            + " (expected: "
                            + plain(expected)
                            + " by version "
                            + version
                            + " of the rate card)";
            case APPROVED -> "approved, about to be paid";
            case PAID -> "paid";
        };
    }

    private static String plain(@Nullable Money money) {
        return money == null ? "unknown" : money.minor() + " " + money.currency();
    }

    private Dispute with(Status next, @Nullable Instant retried) {
        return new Dispute(
                next, verdict, eventId, sequence, traceparent, source, expected, parkedAt, retried);
    }
}
