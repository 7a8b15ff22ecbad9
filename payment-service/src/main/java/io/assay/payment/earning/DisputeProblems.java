package io.assay.payment.earning;

import io.assay.web.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What may be wrong in a request about disputes. */
final class DisputeProblems {

    private DisputeProblems() {}

    static Dispute.Status status(@Nullable String name) {
        try {
            return name == null
                    ? Dispute.Status.DISPUTED
                    : Dispute.Status.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "bad-status",
                    "status: " + name + " (expected: waiting, disputed, approved or paid)");
        }
    }

    static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "not-found", "There is no dispute about this assignment.");
    }

    static Problem waiting(Dispute dispute) {
        return Problem.of(HttpStatus.CONFLICT, "rate-card-unknown", dispute.explanation());
    }
}
