package io.assay.task.picture.file;

import io.assay.task.limit.MemoryBudget;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javax.imageio.IIOException;

/**
 * Makes of what was sent a file that people can be shown. Its size is judged by its header, before
 * a pixel of it is unpacked, so that no decompression bomb is unpacked. Thread-safe; only as much
 * is unpacked at once as the budget has room for, which who comes later waits for, but not long.
 */
public final class PictureFiles {

    /** What came of cleaning a file. */
    public sealed interface Cleaned {

        /**
         * @param file clean, for the caller to keep or to delete
         */
        record Clean(Path file, PictureHeader header) implements Cleaned {}

        record Refused(PictureRefusal why) implements Cleaned {}
    }

    public static final long MAX_PIXELS = 100_000_000;

    /** Pixels: what a JPEG can have. A row of these takes half a megabyte at most. */
    public static final int MAX_SIDE = 65_535;

    /** Decoding such a file holds all its coefficients, some 6 bytes a pixel, outside the heap. */
    public static final long MAX_PROGRESSIVE_PIXELS = 40_000_000;

    /** Of what the test decoding yields. */
    private static final int SAMPLE = 256;

    private final MemoryBudget room;

    public PictureFiles(MemoryBudget room) {
        this.room = room;
    }

    /**
     * Writes the target upright and without metadata; it is of no use unless the result is {@link
     * Cleaned.Clean}.
     *
     * @throws io.assay.task.limit.MemoryUnavailable if there is no memory for it for now
     */
    public Cleaned clean(Path source, Path target) throws IOException {
        Optional<PictureHeader> header = header(source);
        if (header.isEmpty()) {
            return notAPicture();
        }
        Optional<PictureRefusal> tooLarge = tooLarge(header.get(), limitHere(header.get()));
        return tooLarge.isPresent()
                ? new Cleaned.Refused(tooLarge.get())
                : cleaned(source, header.get(), target);
    }

    private static Cleaned notAPicture() {
        return new Cleaned.Refused(new PictureRefusal.NotAPicture());
    }

    /** Whether the header alone says that the picture is too large. */
    public static Optional<PictureRefusal> tooLarge(PictureHeader header) {
        return tooLarge(header, limit(header));
    }

    private static Optional<PictureRefusal> tooLarge(PictureHeader header, long limit) {
        if (header.longestSide() > MAX_SIDE) {
            return Optional.of(
                    new PictureRefusal.SideTooLong(header.width(), header.height(), MAX_SIDE));
        }
        return header.pixels() > limit
                ? Optional.of(
                        new PictureRefusal.TooManyPixels(header.width(), header.height(), limit))
                : Optional.empty();
    }

    /** Empty if it is no whole picture. */
    public static Optional<PictureHeader> header(Path file) throws IOException {
        try (MappedFile mapped = new MappedFile(file)) {
            return PictureHeader.read(mapped.bytes());
        }
    }

    /**
     * Draws a clean file as a JPEG, no larger than it is. False if it needs more memory than there
     * is.
     *
     * @throws io.assay.task.limit.MemoryUnavailable if there is no memory for it for now
     */
    public boolean scale(Path source, PictureHeader header, int longestSide, Path target)
            throws IOException {
        int step = ScaledCopy.step(header, longestSide);
        if (Decoder.bytes(header, step) > room.bytes()) {
            return false;
        }
        room.within(
                Decoder.cost(header, step),
                () -> ScaledCopy.write(source, header, longestSide, step, target));
        return true;
    }

    /** How many pixels such a picture may have; to be turned, it has to fit into memory too. */
    private static long limit(PictureHeader header) {
        return header.progressive() ? MAX_PROGRESSIVE_PIXELS : MAX_PIXELS;
    }

    private long limitHere(PictureHeader header) {
        long most = limit(header);
        if (header.isUpright()) {
            return most;
        }
        long bytesEach = Math.max(1, UprightCopy.bytes(header) / header.pixels());
        return Math.min(most, room.bytes() / bytesEach);
    }

    private Cleaned cleaned(Path source, PictureHeader header, Path target) throws IOException {
        try {
            if (header.isUpright()) {
                copy(source, header, target);
                test(target, header);
            } else {
                room.within(
                        UprightCopy.bytes(header), () -> UprightCopy.write(source, header, target));
            }
        } catch (IIOException e) {
            return notAPicture();
        }
        return header(target)
                .<Cleaned>map(clean -> new Cleaned.Clean(target, clean))
                .orElseGet(PictureFiles::notAPicture);
    }

    private static void copy(Path source, PictureHeader header, Path target) throws IOException {
        try (MappedFile mapped = new MappedFile(source);
                FileChannel out =
                        FileChannel.open(
                                target,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)) {
            CleanCopy.write(mapped.bytes(), header.format(), out);
        }
    }

    /** A WebP too large to be unpacked here is not tested. */
    private void test(Path file, PictureHeader header) throws IOException {
        int step = Math.max(1, Math.max(header.width(), header.height()) / SAMPLE);
        if (Decoder.bytes(header, step) <= room.bytes()) {
            room.within(Decoder.cost(header, step), () -> Decoder.read(file, header, step));
        }
    }
}
