package io.assay.formats.io;

import io.assay.formats.data.UnusableFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a ZIP archive one after another, or the one file that was sent itself. Bounded in
 * number, in length of names, and in how much more comes out than went in. Nothing is ever written
 * under a name from the archive. The JDK's reader is used because it checks the checksum of each
 * file, which commons-compress does not when it reads a stream.
 */
public final class SentFiles implements Closeable {

    /** Most files of an archive. */
    public static final int MAX_FILES = 5_000_000;

    private static final int MAX_NAME = 1_024;
    private static final long FREE = 64L * 1024 * 1024;
    private static final int MAX_RATIO = 300;
    private static final char REPLACEMENT = '\uFFFD';
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

    /** What old programs wrote names in. */
    private static final Charset DOS = Charset.forName("IBM437");

    private final CountedInput sent;
    private final InputStream source;
    private final @Nullable ZipInputStream zip;
    private boolean opened;
    private int files;
    private long unpacked;

    private SentFiles(CountedInput sent, InputStream source) {
        this.sent = sent;
        this.source = source;
        this.zip = source instanceof ZipInputStream archive ? archive : null;
    }

    /** Tells an archive by its first bytes. */
    public static SentFiles of(InputStream in) throws IOException {
        CountedInput counted = new CountedInput(in);
        BufferedInputStream sent = new BufferedInputStream(counted, 64 * 1024);
        sent.mark(4);
        byte[] first = sent.readNBytes(4);
        sent.reset();
        boolean packed = first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] < 8;
        return new SentFiles(counted, packed ? new ZipInputStream(sent, DOS) : sent);
    }

    /** What an export of ours holds beside the data. */
    public static boolean isOurs(String name) {
        return name.equals("manifest.json") || name.equals("missing.ndjson");
    }

    /** Whether it is an archive. */
    public boolean isArchive() {
        return zip != null;
    }

    /**
     * Moves to the next file.
     *
     * @return its name in the archive, empty if it is no archive; or nothing at the end
     */
    public Optional<String> next() throws IOException {
        if (zip == null) {
            boolean first = !opened;
            opened = true;
            return first ? Optional.of("") : Optional.empty();
        }
        ZipEntry entry = entry(zip);
        while (entry != null && (entry.isDirectory() || isOfASystem(name(entry)))) {
            entry = entry(zip);
        }
        return Optional.ofNullable(entry).map(SentFiles::name);
    }

    private @Nullable ZipEntry entry(ZipInputStream in) throws IOException {
        ZipEntry entry;
        try {
            // what was not read of the last file counts too, else a bomb could be passed over
            if (files > 0) {
                content().transferTo(OutputStream.nullOutputStream());
            }
            entry = in.getNextEntry();
        } catch (EOFException e) {
            throw cutOff();
        } catch (ZipException | IllegalArgumentException e) {
            throw broken(e);
        }
        // the reader takes a cut between two files for the end
        if (entry == null && !sent.isWhole()) {
            throw cutOff();
        }
        if (entry != null && ++files > MAX_FILES) {
            throw new UnusableFile("ZIP: over " + MAX_FILES + " files (expected: fewer)");
        }
        if (entry != null && entry.getName().length() > MAX_NAME) {
            throw new UnusableFile(
                    "ZIP: a name of over " + MAX_NAME + " characters (expected: shorter)");
        }
        return entry;
    }

    /**
     * With {@code /} between folders. Names without the mark of UTF-8 are that all the same if they
     * can be, else what old programs wrote.
     */
    private static String name(ZipEntry entry) {
        String name = entry.getName();
        String utf8 = new String(name.getBytes(DOS), StandardCharsets.UTF_8);
        boolean isDos = DOS.newEncoder().canEncode(name);
        return (isDos && utf8.indexOf(REPLACEMENT) < 0 ? utf8 : name).replace('\\', '/');
    }

    /** What systems and packers add by themselves, and nobody means to send. */
    private static boolean isOfASystem(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return ("/" + name).contains("/__MACOSX/")
                || ("/" + name).contains("/@eaDir/")
                || last.startsWith(".")
                || LITTER.contains(last.toLowerCase(Locale.ROOT));
    }

    /** Of the current file; closing it does nothing. */
    public InputStream content() {
        return new FilterInputStream(source) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    int read = super.read(bytes, offset, length);
                    count(Math.max(0, read));
                    return read;
                } catch (EOFException e) {
                    throw zip == null ? e : cutOff();
                } catch (ZipException e) {
                    throw broken(e);
                }
            }

            @Override
            public void close() {}
        };
    }

    /**
     * All of the current file.
     *
     * @throws UnusableFile if it is longer
     */
    public byte[] content(String name, int most) throws IOException {
        byte[] content = content().readNBytes(most + 1);
        if (content.length > most) {
            throw new UnusableFile(name + ": over " + most + " bytes (expected: fewer)");
        }
        return content;
    }

    private void count(int read) throws UnusableFile {
        unpacked += read;
        if (zip != null && unpacked > FREE && unpacked > sent.count * MAX_RATIO) {
            throw new UnusableFile(
                    "ZIP: unpacks to over " + MAX_RATIO + " times its size (expected: less)");
        }
    }

    private static UnusableFile cutOff() {
        return new UnusableFile("ZIP: ends too early (expected: all of it)");
    }

    private static UnusableFile broken(Exception e) {
        return new UnusableFile("ZIP: broken: " + e.getMessage());
    }

    @Override
    public void close() throws IOException {
        sent.close();
    }

    private static final class CountedInput extends FilterInputStream {

        /** {@code PK\5\6}, with which the last part of every archive begins. */
        private static final int LAST_PART = 0x504B0506;

        private long count;
        private int latest;
        private boolean isWhole;

        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count += Math.max(0, read);
            for (int i = offset; i < offset + read; i++) {
                latest = (latest << 8) | (bytes[i] & 0xFF);
                isWhole |= latest == LAST_PART;
            }
            return read;
        }

        /** Whether an archive has its last part, read to its end. */
        boolean isWhole() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            return isWhole;
        }
    }
}
