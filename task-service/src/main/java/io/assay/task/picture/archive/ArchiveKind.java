package io.assay.task.picture.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whether bytes begin as a packed file does. */
enum ArchiveKind {
    NONE,
    ZIP,
    OTHER;

    private static final byte[][] ZIPS = {
        {'P', 'K', 3, 4}, {'P', 'K', 5, 6}, {'P', 'K', 7, 8},
    };
    private static final byte[][] OTHERS = {
        {0x1F, (byte) 0x8B},
        {'B', 'Z', 'h'},
        {(byte) 0xFD, '7', 'z', 'X', 'Z', 0},
        {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C},
        {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD},
        "Rar!".getBytes(StandardCharsets.US_ASCII),
    };

    static ArchiveKind of(byte[] start) {
        if (beginsWithOneOf(start, ZIPS)) {
            return ZIP;
        }
        return beginsWithOneOf(start, OTHERS) ? OTHER : NONE;
    }

    private static boolean beginsWithOneOf(byte[] start, byte[][] magics) {
        return Arrays.stream(magics)
                .anyMatch(
                        magic ->
                                start.length >= magic.length
                                        && Arrays.equals(
                                                start, 0, magic.length, magic, 0, magic.length));
    }
}
