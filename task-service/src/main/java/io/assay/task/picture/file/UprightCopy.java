package io.assay.task.picture.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.IIOImage;

/**
 * Copies a picture that was taken with the camera turned, as it is shown. A JPEG has to be packed
 * anew, with its colours as they were; what was PNG or WebP becomes a PNG and loses nothing.
 */
final class UprightCopy {

    /** Leaves hardly a trace. */
    private static final float QUALITY = 0.95f;

    private UprightCopy() {}

    /** Heap that it takes: the picture twice. */
    static long bytes(PictureHeader header) {
        return 2 * Decoder.bytes(header, 1);
    }

    static void write(Path source, PictureHeader header, Path target) throws IOException {
        Path packed = target.resolveSibling(target.getFileName() + ".turned");
        try {
            pack(source, header, packed);
            try (MappedFile from = new MappedFile(source);
                    MappedFile turned = new MappedFile(packed);
                    FileChannel out =
                            FileChannel.open(
                                    target,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING,
                                    StandardOpenOption.WRITE)) {
                coloured(header.format(), from.bytes(), turned.bytes(), out);
            }
        } finally {
            Files.deleteIfExists(packed);
        }
    }

    private static void pack(Path source, PictureHeader header, Path packed) throws IOException {
        int orientation = header.orientation();
        if (header.format() == PictureFormat.JPEG) {
            var raster = Turning.upright(Decoder.readRaster(source), orientation);
            Encoder.jpeg(new IIOImage(raster, null, null), QUALITY, packed);
        } else {
            BufferedImage image = Decoder.read(source, header, 1);
            Encoder.png(new IIOImage(Turning.upright(image, orientation), null, null), packed);
        }
    }

    /** The new pixels, with what the old file says of its colours. */
    private static void coloured(
            PictureFormat format, ByteBuffer source, ByteBuffer turned, FileChannel out)
            throws IOException {
        KeptParts before = new KeptParts(source, out);
        KeptParts pixels = new KeptParts(turned, out);
        try {
            switch (format) {
                case JPEG -> jpeg(source, turned, before, pixels);
                case PNG -> png(source, turned, before, pixels);
                case WEBP -> pixels.keep(0, turned.limit());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        pixels.flush();
    }

    private static void jpeg(
            ByteBuffer source, ByteBuffer turned, KeptParts before, KeptParts pixels) {
        JpegParts.walk(
                source,
                (marker, from, to) -> {
                    if (marker == JpegParts.START || marker >= JpegParts.APP0) {
                        unchecked(() -> CleanJpeg.part(source, before, marker, from, to));
                    }
                });
        unchecked(before::flush);
        JpegParts.walk(
                turned,
                (marker, from, to) -> {
                    if (marker != JpegParts.START && marker < JpegParts.APP0) {
                        unchecked(() -> pixels.keep(from, to));
                    }
                });
    }

    private static void png(
            ByteBuffer source, ByteBuffer turned, KeptParts before, KeptParts pixels) {
        PngParts.walk(
                turned,
                (type, from, to) -> {
                    if (!CleanPng.isColour(type)) {
                        unchecked(() -> pixels.keep(type == PngParts.IHDR ? 0 : from, to));
                    }
                    if (type == PngParts.IHDR) {
                        unchecked(pixels::flush);
                        colours(source, before);
                    }
                });
    }

    private static void colours(ByteBuffer source, KeptParts before) {
        PngParts.walk(
                source,
                (type, from, to) -> {
                    if (CleanPng.isColour(type)) {
                        unchecked(() -> before.keep(from, to));
                    }
                });
        unchecked(before::flush);
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
