package io.assay.assignment.assignment;

import java.time.Instant;
import java.util.List;

/** Why a command on an assignment is refused. */
sealed interface CommandRefusal {

    /** There is none, or it is another worker's. */
    record NotFound() implements CommandRefusal {}

    /** Answered before, otherwise. */
    record AlreadyAnswered() implements CommandRefusal {}

    /** The time ran out and the task was given back. */
    record LeaseExpired() implements CommandRefusal {}

    /** Skipped or released before. */
    record AlreadyReturned() implements CommandRefusal {}

    /** The time that the project allows for one assignment in all ends at {@code last}. */
    record ExtendedEnough(Instant last) implements CommandRefusal {}

    /** No more time is given to what is closed. */
    record ProjectClosed() implements CommandRefusal {}

    /** The answer breaks the rules of the project. */
    record Invalid(List<String> problems) implements CommandRefusal {}
}
