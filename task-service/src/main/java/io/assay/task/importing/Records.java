package io.assay.task.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a body into records without ever holding more than one of them. Positions are of the whole
 * file, of which the body may be a later part.
 */
final class Records {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final RecordScanner quoting;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] record;
    private final boolean last;
    private int next;
    private int filled;
    private int length;
    private long offset;
    private long line;
    private long recordLine;
    private boolean endsLine;

    /**
     * @param from where in the file the body begins
     * @param last whether the body reaches to the end of the file; if not, a record that the body
     *     does not end is left out
     * @param longest record in bytes
     */
    Records(InputStream in, RecordScanner quoting, Position from, boolean last, int longest) {
        this.in = in;
        this.quoting = quoting;
        this.offset = from.bytes();
        this.line = from.lines();
        this.last = last;
        this.record = new byte[longest];
    }

    /** The line on which the current record begins, from 1. */
    long line() {
        return recordLine;
    }

    /** Just behind the current record. */
    Position position() {
        return new Position(offset, line);
    }

    int length() {
        return length;
    }

    /** Whether nothing follows the body. */
    boolean reachesEnd() {
        return last;
    }

    /** The current record's first byte that is no space, -1 if it has none. */
    int firstByte() {
        int end = Math.min(length, record.length);
        for (int i = 0; i < end; i++) {
            if (record[i] > ' ' || record[i] < 0) {
                return record[i];
            }
        }
        return -1;
    }

    /** Moves to the next record, if there is one. */
    boolean advance() throws IOException {
        long start = offset;
        long startLine = line;
        length = 0;
        quoting.begin();
        if (!read() && (offset == start || !last)) {
            offset = start;
            line = startLine;
            return false;
        }
        recordLine = startLine + 1;
        return true;
    }

    /** Takes bytes up to the end of the record; false if the body ends before. */
    private boolean read() throws IOException {
        while (fill()) {
            int end = quoting.scan(buffer, next, filled, length > record.length);
            append(end);
            endsLine = buffer[end - 1] == '\n';
            line += quoting.linesSeen();
            offset += end - next;
            next = end;
            if (quoting.ended()) {
                return true;
            }
        }
        if (length > 0 && !endsLine) {
            line++; // the last line of a file may lack its end
        }
        return false;
    }

    /**
     * The current record without its end of line, blank if it has nothing to say.
     *
     * @throws BadRow if it is too long, not UTF-8 or badly quoted
     */
    String text() throws BadRow {
        String fault = quoting.fault();
        if (length > record.length) {
            throw new BadRow(
                    null, "row: longer (expected: <= " + record.length + " bytes)" + taken(fault));
        }
        if (fault != null) {
            throw new BadRow(null, fault + taken(fault));
        }
        return decoded(lengthWithoutEnd());
    }

    /** The lines that a stray quote swallowed, for the message. */
    private String taken(@Nullable String fault) {
        return fault == null || line <= recordLine
                ? ""
                : "; lines " + recordLine + " to " + line + " are taken as this row";
    }

    private int lengthWithoutEnd() {
        int end = length;
        if (end > 0 && record[end - 1] == '\n') {
            end--;
            if (end > 0 && record[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    /** The quick way replaces what is malformed; only then it is looked at closely. */
    private String decoded(int bytes) throws BadRow {
        String text = new String(record, 0, bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record, 0, bytes));
            } catch (CharacterCodingException e) {
                throw new BadRow(null, "row: not UTF-8");
            }
        }
        return text;
    }

    /** What is over the limit is counted, no more. */
    private void append(int end) {
        int room = Math.max(0, record.length - length);
        System.arraycopy(
                buffer, next, record, Math.min(length, record.length), Math.min(room, end - next));
        length = Math.min(record.length + 1, length + end - next);
    }

    private boolean fill() throws IOException {
        if (next < filled) {
            return true;
        }
        next = 0;
        filled = offset == 0 ? start() : Math.max(0, in.read(buffer));
        return filled > next;
    }

    /** A byte order mark is no content. */
    private int start() throws IOException {
        int mark = BYTE_ORDER_MARK.length;
        int first = in.readNBytes(buffer, 0, FileStart.LENGTH);
        FileStart.check(buffer, first);
        if (first >= mark && Arrays.equals(buffer, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
            offset = mark;
            next = mark;
        }
        return first > next ? first : next + Math.max(0, in.read(buffer, next, BUFFER - next));
    }
}
