package io.assay.load.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** So many rows of an import as NDJSON, made while they are read, always the same. */
final class Rows extends InputStream {

    static final String HOST = "pictures.example.org";
    static final List<String> CLASSES =
            List.of("animal", "food", "object", "place", "plant", "vehicle");

    private final int count;
    private byte[] line = {};
    private int at;
    private int made;

    Rows(int count) {
        this.count = count;
    }

    /** A picture's address says what it shows. */
    static String classOf(String url) {
        int end = url.lastIndexOf('/');
        return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
    }

    private static String row(int number) {
        String name = Integer.toString(100_000_000 + number).substring(1);
        String shown = CLASSES.get(number % CLASSES.size());
        String picture = "https://" + HOST + "/" + shown + "/" + name + ".jpg";
        return "{\"externalId\":\"row-" + name + "\",\"url\":\"" + picture + "\"}\n";
    }

    @Override
    public int read() {
        return advance() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int copied = 0;
        while (copied < length && advance()) {
            int part = Math.min(length - copied, line.length - at);
            System.arraycopy(line, at, into, offset + copied, part);
            at += part;
            copied += part;
        }
        return copied == 0 && length > 0 ? -1 : copied;
    }

    private boolean advance() {
        if (at == line.length && made < count) {
            line = row(made++).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return at < line.length;
    }
}
