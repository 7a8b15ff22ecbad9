package io.assay.assignment.dispatch;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which workers had a task, and how it stands with each: a sorted array of ints, since there is one
 * per task. An entry is the worker's number shifted by two bits, and the status in those.
 */
final class WorkerStates {

    static final int[] NONE = new int[0];

    private WorkerStates() {}

    static @Nullable Status get(int[] entries, int worker) {
        int at = indexOf(entries, worker);
        return isAt(entries, at, worker) ? holdingOf(entries[at]) : null;
    }

    static boolean contains(int[] entries, int worker) {
        return entries.length > 0 && isAt(entries, indexOf(entries, worker), worker);
    }

    static int[] with(int[] entries, int worker, Status status) {
        int at = indexOf(entries, worker);
        int[] next = isAt(entries, at, worker) ? entries.clone() : widened(entries, at);
        next[at] = (worker << 2) | codeOf(status);
        return next;
    }

    static int[] without(int[] entries, int worker) {
        int at = indexOf(entries, worker);
        if (!isAt(entries, at, worker)) {
            return entries;
        }
        int[] next = Arrays.copyOf(entries, entries.length - 1);
        System.arraycopy(entries, at + 1, next, at, next.length - at);
        return next;
    }

    static int workerOf(int entry) {
        return entry >> 2;
    }

    /** How many count against the task's capacity. */
    static int taken(int[] entries) {
        int taken = 0;
        for (int entry : entries) {
            taken += holdingOf(entry) == Status.RETURNED ? 0 : 1;
        }
        return taken;
    }

    private static int codeOf(Status status) {
        return switch (status) {
            case LEASED -> 0;
            case ANSWERED -> 1;
            case RETURNED -> 2;
        };
    }

    private static Status holdingOf(int entry) {
        return switch (entry & 3) {
            case 0 -> Status.LEASED;
            case 1 -> Status.ANSWERED;
            default -> Status.RETURNED;
        };
    }

    private static int[] widened(int[] entries, int at) {
        int[] next = Arrays.copyOf(entries, entries.length + 1);
        System.arraycopy(entries, at, next, at + 1, entries.length - at);
        return next;
    }

    /** Where the worker is, or would be. */
    private static int indexOf(int[] entries, int worker) {
        int at = Arrays.binarySearch(entries, worker << 2);
        return at >= 0 ? at : -at - 1;
    }

    private static boolean isAt(int[] entries, int at, int worker) {
        return at < entries.length && entries[at] >> 2 == worker;
    }
}
