package io.assay.task.importing;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The rows that a dry run has seen, to find one that comes twice. Twelve bytes a row and some room,
 * in a temporary file: many dry runs at once take disk and no memory. What is over the limit is not
 * remembered.
 */
final class SeenRows implements Closeable {

    /** What is known of a row. */
    enum Seen {
        NEVER,
        SAME,
        OTHERWISE
    }

    static final int MAX_ROWS = 4_000_000;

    private static final int HEX_DIGITS = 16;
    private static final int FIRST = 1 << 12;
    private static final int BYTES = Long.BYTES + Integer.BYTES;

    /** A slot is an id, 0 for none, and a hash of the row; slots lie side by side. */
    private static final ValueLayout.OfLong ID = ValueLayout.JAVA_LONG_UNALIGNED;

    private static final ValueLayout.OfInt CONTENT = ValueLayout.JAVA_INT_UNALIGNED;

    private Arena arena = Arena.ofShared();
    private MemorySegment slots;
    private int length = FIRST;
    private int size;

    SeenRows() throws IOException {
        slots = room(length, arena);
    }

    /**
     * Remembers a row.
     *
     * @param taskId hexadecimal, of which the first half is looked at
     * @param content a hash of its content
     */
    Seen see(String taskId, int content) throws IOException {
        long id = Long.parseUnsignedLong(taskId.substring(0, HEX_DIGITS), 16);
        if (id == 0) {
            id = 1; // 0 stands for nothing
        }
        long slot = slot(slots, length, id);
        if (slots.get(ID, slot) == id) {
            return slots.get(CONTENT, slot + Long.BYTES) == content ? Seen.SAME : Seen.OTHERWISE;
        }
        if (size < MAX_ROWS) {
            put(slots, slot, id, content);
            size++;
            growIfFull();
        }
        return Seen.NEVER;
    }

    /** Where the id is, or belongs. */
    private static long slot(MemorySegment slots, int length, long id) {
        int slot = (int) id & (length - 1);
        long found = slots.get(ID, (long) slot * BYTES);
        while (found != 0 && found != id) {
            slot = (slot + 1) & (length - 1);
            found = slots.get(ID, (long) slot * BYTES);
        }
        return (long) slot * BYTES;
    }

    private static void put(MemorySegment slots, long slot, long id, int content) {
        slots.set(ID, slot, id);
        slots.set(CONTENT, slot + Long.BYTES, content);
    }

    private void growIfFull() throws IOException {
        if (size * 4L < length * 3L) {
            return;
        }
        int more = length * 2;
        Arena moreArena = Arena.ofShared();
        MemorySegment moreSlots = room(more, moreArena);
        for (long at = 0; at < (long) length * BYTES; at += BYTES) {
            long id = slots.get(ID, at);
            if (id != 0) {
                put(moreSlots, slot(moreSlots, more, id), id, slots.get(CONTENT, at + Long.BYTES));
            }
        }
        arena.close();
        arena = moreArena;
        slots = moreSlots;
        length = more;
    }

    /** All zero. The file's name is gone at once, so that a crash leaves nothing. */
    private static MemorySegment room(int length, Arena arena) throws IOException {
        Path file = Files.createTempFile("assay-seen-", ".tmp");
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) length * BYTES, arena);
        }
    }

    /** Not while a row is looked at. */
    @Override
    public void close() {
        arena.close();
    }
}
