package io.assay.formats.io;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The records of a ZIP archive (APPNOTE 6.3, with ZIP64 where it is needed), written one after
 * another; those of the directory wait in a spool. The libraries keep the directory of millions of
 * files in memory. Names are UTF-8, times are the epoch of ZIP, so that the same files give the
 * same archive.
 */
final class ZipRecords implements Closeable {

    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MAX_16 = 0xFFFF;
    private static final int UTF_8 = 0x800;
    private static final int SIZES_FOLLOW = 0x8;
    private static final int DEFLATED = 8;
    private static final int FIRST_DAY = 0x21; // 1980-01-01
    private static final int VERSION = 20;
    private static final int VERSION_64 = 45;

    private final LittleEndian out;
    private final Spool directory = new Spool();
    private final LittleEndian entries =
            new LittleEndian(new BufferedOutputStream(directory.out(), 64 * 1024));
    private long count;
    private long begun;
    private long dataBegun;

    ZipRecords(OutputStream out) throws IOException {
        this.out = new LittleEndian(out);
    }

    void file(String name, long crc, byte[] packed, long size) throws IOException {
        long at = out.written();
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        header(utf8, UTF_8, crc, packed.length, size);
        out.bytes(packed);
        entry(utf8, UTF_8, crc, packed.length, size, at);
    }

    /** A file whose sizes come after it. */
    void begin(String name) throws IOException {
        begun = out.written();
        header(name.getBytes(StandardCharsets.UTF_8), UTF_8 | SIZES_FOLLOW, 0, 0, 0);
        dataBegun = out.written();
    }

    OutputStream data() {
        return out.stream();
    }

    void end(String name, long crc, long size) throws IOException {
        long packed = out.written() - dataBegun;
        out.four(0x08074b50).four(crc);
        if (packed > MAX_32 || size > MAX_32) {
            out.eight(packed).eight(size);
        } else {
            out.four(packed).four(size);
        }
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        entry(utf8, UTF_8 | SIZES_FOLLOW, crc, packed, size, begun);
    }

    private void header(byte[] name, int flags, long crc, long packed, long size)
            throws IOException {
        out.four(0x04034b50).two(VERSION).two(flags).two(DEFLATED).two(0).two(FIRST_DAY);
        out.four(crc).four(packed).four(size).two(name.length).two(0).bytes(name);
    }

    private void entry(byte[] name, int flags, long crc, long packed, long size, long at)
            throws IOException {
        count++;
        int wide = (size >= MAX_32 ? 8 : 0) + (packed >= MAX_32 ? 8 : 0) + (at >= MAX_32 ? 8 : 0);
        int version = wide > 0 ? VERSION_64 : VERSION;
        entries.four(0x02014b50).two(version).two(version).two(flags).two(DEFLATED);
        entries.two(0).two(FIRST_DAY).four(crc);
        entries.four(Math.min(packed, MAX_32)).four(Math.min(size, MAX_32));
        entries.two(name.length).two(wide > 0 ? wide + 4 : 0).two(0).two(0).two(0).four(0);
        entries.four(Math.min(at, MAX_32)).bytes(name);
        if (wide > 0) {
            entries.two(1).two(wide);
            eightIfWide(size);
            eightIfWide(packed);
            eightIfWide(at);
        }
    }

    private void eightIfWide(long value) throws IOException {
        if (value >= MAX_32) {
            entries.eight(value);
        }
    }

    void finish() throws IOException {
        entries.flush();
        long at = out.written();
        try (InputStream all = directory.in()) {
            all.transferTo(out.stream());
        }
        long size = out.written() - at;
        if (count >= MAX_16 || at >= MAX_32 || size >= MAX_32) {
            finish64(at, size);
        }
        int shown = (int) Math.min(count, MAX_16);
        out.four(0x06054b50).two(0).two(0).two(shown).two(shown);
        out.four(Math.min(size, MAX_32)).four(Math.min(at, MAX_32)).two(0);
        out.flush();
    }

    private void finish64(long at, long size) throws IOException {
        long end = out.written();
        out.four(0x06064b50).eight(44).two(VERSION_64).two(VERSION_64).four(0).four(0);
        out.eight(count).eight(count).eight(size).eight(at);
        out.four(0x07064b50).four(0).eight(end).four(1);
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
