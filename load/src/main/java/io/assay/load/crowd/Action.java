package io.assay.load.crowd;

import io.assay.events.FlagReason;

/** What a simulated worker does with a picture. */
sealed interface Action {

    record Label(String classId) implements Action {}

    record Flag(FlagReason reason) implements Action {}

    record Skip() implements Action {}

    record Release() implements Action {}

    /** Walks away; the lease runs out. */
    record Abandon() implements Action {}
}
