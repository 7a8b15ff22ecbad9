package io.assay.assignment.assignment;

import io.assay.events.Event;
import java.util.List;

/** What becomes of a command. */
sealed interface Decision {

    record Decided(Assignment next, List<Event> events) implements Decision {}

    /** The same was done before: the same answer again. */
    record Repeated(Assignment state) implements Decision {}

    record Refused(CommandRefusal refusal) implements Decision {}
}
