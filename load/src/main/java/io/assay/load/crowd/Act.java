package io.assay.load.crowd;

import io.assay.events.FlagReason;

/** What a simulated worker does with a picture. */
sealed interface Act {

    record Label(String classId) implements Act {}

    record Flag(FlagReason reason) implements Act {}

    record Skip() implements Act {}

    record Release() implements Act {}

    /** Walks away; the lease runs out. */
    record Abandon() implements Act {}
}
