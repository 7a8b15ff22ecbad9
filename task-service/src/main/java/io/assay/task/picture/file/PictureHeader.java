package io.assay.task.picture.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The header of a picture file, read without decoding a pixel.
 *
 * @param width in pixels as shown: a camera's rotation mark is applied, as every browser does
 * @param height in pixels as shown
 * @param orientation the camera's mark: 1 is upright, up to 8 as Exif numbers them
 * @param progressive true if decoding needs the whole picture in memory
 * @param pixelBytes that a pixel takes as it is stored, uncompressed: 1 to 8
 */
public record PictureHeader(
        PictureFormat format,
        int width,
        int height,
        int orientation,
        boolean progressive,
        int pixelBytes) {

    /** As stored, with the size before the camera's mark is applied. */
    static PictureHeader stored(
            PictureFormat format,
            int width,
            int height,
            int orientation,
            boolean progressive,
            int pixelBytes) {
        return orientation >= ExifOrientation.SIDEWAYS
                ? new PictureHeader(format, height, width, orientation, progressive, pixelBytes)
                : new PictureHeader(format, width, height, orientation, progressive, pixelBytes);
    }

    int longestSide() {
        return Math.max(width, height);
    }

    public long pixels() {
        return (long) width * height;
    }

    public boolean isUpright() {
        return orientation == ExifOrientation.UPRIGHT;
    }

    /** Empty if it is no picture of a format that is taken, or not all of one. */
    public static Optional<PictureHeader> read(ByteBuffer file) {
        return read(file, false);
    }

    /**
     * The same of the first bytes of a file. Empty if they do not suffice, as is common with a
     * WebP: its camera's mark comes last.
     */
    public static Optional<PictureHeader> readStart(ByteBuffer start) {
        return read(start, true);
    }

    private static Optional<PictureHeader> read(ByteBuffer file, boolean start) {
        try {
            return PictureFormat.of(file)
                    .flatMap(
                            format ->
                                    switch (format) {
                                        case JPEG -> JpegHeader.read(file, start);
                                        case PNG -> PngHeader.read(file, start);
                                        case WEBP -> WebpHeader.read(file);
                                    })
                    .filter(header -> header.width > 0 && header.height > 0);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            // Its structure points past its end: truncated or made up.
            return Optional.empty();
        }
    }
}
