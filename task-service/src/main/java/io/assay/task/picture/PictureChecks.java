package io.assay.task.picture;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Whether a file is a picture that people can be shown. Its size is judged by its header, before a
 * pixel of it is unpacked, so that no bomb goes off here.
 */
final class PictureChecks {

    /** What a file turned out to be. */
    sealed interface Finding {

        record Sound(PictureHeader header) implements Finding {}

        /** Of no format that is taken, or cut off, or spoilt. */
        record NotAPicture() implements Finding {}

        record TooManyPixels(PictureHeader header) implements Finding {}
    }

    static final long MAX_PIXELS = 100_000_000;

    /** Decoding such a file holds all its coefficients, some 6 bytes a pixel. */
    static final long MAX_PROGRESSIVE_PIXELS = 40_000_000;

    /** Of what the test decoding yields. */
    private static final int SAMPLE = 256;

    private final Semaphore decoders =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    Finding check(Path file) throws IOException {
        Optional<PictureHeader> header = header(file);
        if (header.isEmpty()) {
            return new Finding.NotAPicture();
        }
        return isTooLarge(header.get())
                ? new Finding.TooManyPixels(header.get())
                : decoded(file, header.get());
    }

    private static boolean isTooLarge(PictureHeader header) {
        return header.pixels() > (header.progressive() ? MAX_PROGRESSIVE_PIXELS : MAX_PIXELS);
    }

    private static Optional<PictureHeader> header(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            return PictureHeader.read(
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                            .asByteBuffer());
        }
    }

    private Finding decoded(Path file, PictureHeader header) {
        decoders.acquireUninterruptibly();
        try {
            decode(file.toFile(), header);
            return new Finding.Sound(header);
        } catch (IOException | RuntimeException e) {
            // The JDK's readers answer broken input with all sorts of unchecked exceptions.
            return new Finding.NotAPicture();
        } finally {
            decoders.release();
        }
    }

    /** The JDK reads no WebP: of that the header has to do. */
    private static void decode(File file, PictureHeader header) throws IOException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByMIMEType(header.format().contentType());
        if (!readers.hasNext()) {
            return;
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new FileImageInputStream(file)) {
            // Metadata is ignored because a PNG's may be a bomb of its own.
            reader.setInput(in, true, true);
            read(reader, sampled(reader, header));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam sampled(ImageReader reader, PictureHeader header) {
        int step = Math.max(1, Math.max(header.width(), header.height()) / SAMPLE);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /** As raster where possible: a JPEG for print has four inks, which make no RGB image. */
    private static void read(ImageReader reader, ImageReadParam param) throws IOException {
        if (reader.canReadRaster()) {
            reader.readRaster(0, param);
        } else {
            reader.read(0, param);
        }
    }
}
