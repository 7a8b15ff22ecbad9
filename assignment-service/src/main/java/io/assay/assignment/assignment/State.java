package io.assay.assignment.assignment;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states of an assignment as its worker sees them. */
enum State {
    LEASED("leased", null),
    SUBMITTED("answered", "label"),
    FLAGGED("answered", "flag"),
    RETURNED("returned", null),
    REVIEWED("reviewed", null);

    private final String status;
    private final @Nullable String work;

    State(String status, @Nullable String work) {
        this.status = status;
        this.work = work;
    }

    /** As stored. */
    String status() {
        return status;
    }

    /** As stored; null if it does not matter. */
    @Nullable String work() {
        return work;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Leased _ -> LEASED;
            case Assignment.Answered(_, Submission.Label _, _) -> SUBMITTED;
            case Assignment.Answered(_, Submission.Flag _, _) -> FLAGGED;
            case Assignment.Returned _ -> RETURNED;
            case Assignment.Reviewed _ -> REVIEWED;
        };
    }

    static Optional<State> named(String label) {
        for (State filter : values()) {
            if (filter.label().equals(label)) {
                return Optional.of(filter);
            }
        }
        return Optional.empty();
    }
}
