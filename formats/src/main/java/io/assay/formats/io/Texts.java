package io.assay.formats.io;

import io.assay.formats.data.BadEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text of small files. */
public final class Texts {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Texts() {}

    /**
     * The text without a byte order mark.
     *
     * @throws BadEntry if it is in another encoding, which is named if it is recognised
     */
    public static String utf8(byte[] bytes) throws BadEntry {
        if (isUtf16(bytes)) {
            throw BadEntry.unexpected("encoding", "UTF-16", "UTF-8");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadEntry("encoding: bytes that are no characters (expected: UTF-8)");
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean marked = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
        return marked || (first == 0) != (second == 0);
    }
}
