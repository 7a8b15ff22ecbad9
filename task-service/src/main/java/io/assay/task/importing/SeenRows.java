package io.assay.task.importing;

/**
 * The rows that a dry run has seen, as nothing else would tell that one comes twice. Twelve bytes a
 * row and some room; what is over the limit is not remembered.
 */
final class SeenRows {

    /** What is known of a row. */
    enum Seen {
        NEVER,
        SAME,
        OTHERWISE
    }

    static final int MOST = 4_000_000;

    private static final int HEX_DIGITS = 16;

    private long[] ids = new long[1 << 12];
    private int[] contents = new int[1 << 12];
    private int size;

    /**
     * Remembers a row.
     *
     * @param taskId hexadecimal, of which the first half is looked at
     * @param content a hash of what it says
     */
    Seen see(String taskId, int content) {
        long id = Long.parseUnsignedLong(taskId.substring(0, HEX_DIGITS), 16);
        if (id == 0) {
            id = 1; // 0 stands for nothing
        }
        int slot = slot(id);
        if (ids[slot] == id) {
            return contents[slot] == content ? Seen.SAME : Seen.OTHERWISE;
        }
        if (size < MOST) {
            ids[slot] = id;
            contents[slot] = content;
            size++;
            growIfFull();
        }
        return Seen.NEVER;
    }

    /** Where the id is, or belongs. */
    private int slot(long id) {
        int slot = (int) id & (ids.length - 1);
        while (ids[slot] != 0 && ids[slot] != id) {
            slot = (slot + 1) & (ids.length - 1);
        }
        return slot;
    }

    private void growIfFull() {
        if (size * 4L < ids.length * 3L) {
            return;
        }
        long[] oldIds = ids;
        int[] oldContents = contents;
        ids = new long[oldIds.length * 2];
        contents = new int[oldIds.length * 2];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                int slot = slot(oldIds[i]);
                ids[slot] = oldIds[i];
                contents[slot] = oldContents[i];
            }
        }
    }
}
