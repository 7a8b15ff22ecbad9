package io.assay.cli.people;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads one HTTP/1.1 reply after the other from a connection. */
final class ReplyReader {

    private static final int BUFFER = 16_384;
    private static final int MAX_LINE = 8_192;
    private static final int MAX_BODY = 16 << 20;
    private static final int CHUNKED = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line = new byte[MAX_LINE];
    private int at;
    private int end;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next reply, whole.
     *
     * @throws IOException if the connection ends or breaks before, or what comes is no reply
     */
    RawReply next() throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.1 ") || first.length() < 12) {
            throw new IOException("reply: " + first + " (expected: HTTP/1.1)");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (is(header, "content-length:")) {
                length = bounded(Long.parseLong(value(header)));
            } else if (is(header, "transfer-encoding:")) {
                length = CHUNKED;
            } else if (is(header, "connection:")) {
                closes = value(header).equalsIgnoreCase("close");
            }
        }
        return new RawReply(status, length == CHUNKED ? chunks() : bytes(length), closes);
    }

    private static boolean is(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            bounded((long) body.size() + size);
            body.writeBytes(bytes(size));
            line();
        }
        while (!line().isEmpty()) {
            // a trailer
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = line();
        int extension = size.indexOf(';');
        return bounded(Long.parseLong(extension < 0 ? size : size.substring(0, extension), 16));
    }

    private static int bounded(long length) throws IOException {
        if (length < 0 || length > MAX_BODY) {
            throw new IOException("reply: " + length + " bytes (expected: <= " + MAX_BODY + ")");
        }
        return (int) length;
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int have = Math.min(count, end - at);
        System.arraycopy(buffer, at, bytes, 0, have);
        at += have;
        if (in.readNBytes(bytes, have, count - have) < count - have) {
            throw new EOFException("reply: it breaks off");
        }
        return bytes;
    }

    private String line() throws IOException {
        int length = 0;
        for (byte next = read(); next != '\n'; next = read()) {
            if (length == MAX_LINE) {
                throw new IOException("reply: a line over " + MAX_LINE + " bytes");
            }
            line[length++] = next;
        }
        int text = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, text, StandardCharsets.ISO_8859_1);
    }

    private byte read() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(buffer);
            if (end <= 0) {
                end = 0;
                throw new EOFException("reply: the connection ended");
            }
        }
        return buffer[at++];
    }
}
