package io.assay.task.picture.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Reads a ZIP as it arrives, entry by entry. Nothing is written anywhere by an entry's name, what
 * an entry declares of its size is not trusted, and an archive that unpacks to too much is left at
 * that point.
 */
public final class Archive {

    /** Receives each file in the archive. */
    public interface Visitor {

        /**
         * @param content to its end, need not be read
         */
        void file(String name, InputStream content) throws IOException;

        /** A file that cannot be read, as it is encrypted or packed in an unusual way. */
        void unreadable(String name) throws IOException;

        /** An archive within the archive. */
        void nested(String name) throws IOException;
    }

    /** How it ended. */
    public enum End {
        WHOLE,
        /** cut off or spoilt; what came before is done */
        BROKEN,
        TOO_MANY_ENTRIES,
        TOO_LARGE,
        /** unpacks to so much more than it is that it was made for that */
        BOMB
    }

    /** Bytes that are needed to recognise an archive. */
    private static final int PREFIX = 8;

    private static final int BUFFER = 64 * 1024;

    /** What old programs wrote names in. */
    private static final Charset DOS = Charset.forName("IBM437");

    private final ArchiveLimits limits;
    private final ArchiveMeter meter;
    private final ZipArchiveInputStream zip;
    private boolean spoilt;

    private Archive(InputStream in, ArchiveLimits limits) {
        this.limits = limits;
        this.meter = new ArchiveMeter(in, limits);
        this.zip =
                new ZipArchiveInputStream(
                        new BufferedInputStream(meter.packed(), BUFFER),
                        StandardCharsets.UTF_8.name(),
                        /* useUnicodeExtraFields= */ true,
                        /* allowStoredEntriesWithDataDescriptor= */ true);
    }

    /** True if the bytes begin as a ZIP does, be it an empty one. */
    public static boolean isZip(byte[] start) {
        return ArchiveKind.of(start) == ArchiveKind.ZIP;
    }

    /**
     * @throws IOException of the visitor, or of the stream itself
     */
    public static End read(InputStream in, ArchiveLimits limits, Visitor visitor)
            throws IOException {
        return new Archive(in, limits).read(visitor);
    }

    private End read(Visitor visitor) throws IOException {
        int files = 0;
        Optional<ZipArchiveEntry> entry = next();
        while (entry.isPresent()) {
            if (!entry.get().isDirectory()) {
                files++;
                End end =
                        files > limits.entries()
                                ? End.TOO_MANY_ENTRIES
                                : visit(entry.get(), visitor);
                if (end != End.WHOLE) {
                    return end;
                }
            }
            entry = next();
        }
        return spoilt || !meter.sawLastPart() ? End.BROKEN : End.WHOLE;
    }

    /** Empty at the end, be it the archive's or where it is spoilt. */
    private Optional<ZipArchiveEntry> next() throws IOException {
        try {
            return Optional.ofNullable(zip.getNextEntry());
        } catch (ArchiveMeter.SourceFailed e) {
            throw e.reason();
        } catch (IOException | RuntimeException e) {
            // the library answers spoilt input with all sorts of exceptions
            spoilt = true;
            return Optional.empty();
        }
    }

    private End visit(ZipArchiveEntry entry, Visitor visitor) throws IOException {
        String name = name(entry);
        if (!zip.canReadEntryData(entry)) {
            visitor.unreadable(name);
            return End.WHOLE;
        }
        try (InputStream content = new BufferedInputStream(meter.unpacked(zip), BUFFER)) {
            content.mark(PREFIX);
            byte[] start = content.readNBytes(PREFIX);
            content.reset();
            if (ArchiveKind.of(start) == ArchiveKind.NONE) {
                visitor.file(name, content);
            } else {
                visitor.nested(name);
            }
            content.transferTo(OutputStream.nullOutputStream());
            return End.WHOLE;
        } catch (ArchiveMeter.SourceFailed e) {
            throw e.reason();
        } catch (ArchiveMeter.Stopped e) {
            return e.end();
        }
    }

    /** Names without the mark of UTF-8 are that all the same if they can be. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            return new String(raw, DOS);
        }
    }
}
