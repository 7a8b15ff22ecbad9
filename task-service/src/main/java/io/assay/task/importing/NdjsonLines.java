package io.assay.task.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Splits a body into lines without ever holding more than one of them. */
final class NdjsonLines {

    /** The body is longer than may be sent at once. */
    static final class BodyTooLong extends IOException {
        BodyTooLong(long most) {
            super("body: longer (expected: <= " + most + " bytes)");
        }
    }

    private static final int BUFFER = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final int longestLine;
    private final long longestBody;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line;
    private int next;
    private int filled;
    private long total;
    private long row;
    private int length;

    NdjsonLines(InputStream in, int longestLine, long longestBody) {
        this.in = in;
        this.longestLine = longestLine;
        this.longestBody = longestBody;
        this.line = new byte[longestLine];
    }

    /** Number of the current line, from 1. */
    long row() {
        return row;
    }

    /**
     * Moves to the next line, if there is one.
     *
     * @throws BodyTooLong if the body is over its limit
     */
    boolean advance() throws IOException {
        if (!fill()) {
            return false;
        }
        row++;
        length = 0;
        while (fill()) {
            int end = endOfLine();
            append(end);
            next = end;
            if (end < filled) {
                next++;
                break;
            }
        }
        return true;
    }

    /**
     * The current line, blank if it has nothing to say.
     *
     * @throws BadRow if it is too long or not UTF-8
     */
    String line() throws BadRow {
        if (length > longestLine) {
            throw new BadRow(null, "line: longer (expected: <= " + longestLine + " bytes)");
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line, 0, length))
                            .toString();
            return row == 1 ? withoutMark(text) : text;
        } catch (CharacterCodingException e) {
            throw new BadRow(null, "line: not UTF-8");
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private int endOfLine() {
        int end = next;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    /** What is over the limit is counted, no more. */
    private void append(int end) {
        int room = Math.max(0, longestLine - length);
        System.arraycopy(
                buffer, next, line, Math.min(length, longestLine), Math.min(room, end - next));
        length = Math.min(longestLine + 1, length + end - next);
    }

    private boolean fill() throws IOException {
        if (next < filled) {
            return true;
        }
        int read = in.read(buffer);
        next = 0;
        filled = Math.max(0, read);
        total += filled;
        if (total > longestBody) {
            throw new BodyTooLong(longestBody);
        }
        return filled > 0;
    }
}
