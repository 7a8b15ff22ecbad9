package io.assay.assignment.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * Which workers had a task, and how it stands: an open-addressed table of ints, since there is one
 * per task. An entry is {@code worker + 1} shifted by two bits, and the holding in those.
 */
final class WorkerStates {

    private static final int[] NONE = new int[0];

    private int[] table = NONE;
    private int size;

    @Nullable Holding get(int worker) {
        if (size == 0) {
            return null;
        }
        int entry = table[slotOf(table, worker)];
        return entry == 0 ? null : holdingOf(entry & 3);
    }

    boolean contains(int worker) {
        return get(worker) != null;
    }

    void put(int worker, Holding holding) {
        if ((size + 1) * 4 > table.length * 3) {
            table = copyWithout(-1, Math.max(4, table.length * 2));
        }
        int slot = slotOf(table, worker);
        if (table[slot] == 0) {
            size++;
        }
        table[slot] = ((worker + 1) << 2) | codeOf(holding);
    }

    /** Rare, so the table is simply made anew. */
    void remove(int worker) {
        if (contains(worker)) {
            table = copyWithout(worker, table.length);
            size--;
        }
    }

    private int[] copyWithout(int worker, int length) {
        int[] copy = new int[length];
        for (int entry : table) {
            int other = (entry >> 2) - 1;
            if (entry != 0 && other != worker) {
                copy[slotOf(copy, other)] = entry;
            }
        }
        return copy;
    }

    private static int codeOf(Holding holding) {
        return switch (holding) {
            case LEASED -> 0;
            case ANSWERED -> 1;
            case RETURNED -> 2;
        };
    }

    private static Holding holdingOf(int code) {
        return switch (code) {
            case 0 -> Holding.LEASED;
            case 1 -> Holding.ANSWERED;
            default -> Holding.RETURNED;
        };
    }

    private static int slotOf(int[] table, int worker) {
        int mask = table.length - 1;
        int slot = ((worker * 0x9E3779B9) >>> 7) & mask;
        while (table[slot] != 0 && (table[slot] >> 2) - 1 != worker) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
