package io.assay.assignment.dispatch;

import org.jspecify.annotations.Nullable;

/** A task's id as the number that it is, which takes a quarter of the memory of its digits. */
class TaskId {

    final long high;
    final long low;

    TaskId(long high, long low) {
        this.high = high;
        this.low = low;
    }

    @Override
    public final boolean equals(@Nullable Object object) {
        return object instanceof TaskId other && high == other.high && low == other.low;
    }

    /** Ids are hashes already. */
    @Override
    public final int hashCode() {
        return Long.hashCode(low);
    }
}
