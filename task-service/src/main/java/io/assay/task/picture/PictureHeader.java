package io.assay.task.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a picture file says of itself, read without decoding a pixel.
 *
 * @param width in pixels as shown: a camera's rotation mark is applied, as every browser does
 * @param height in pixels as shown
 * @param progressive true if decoding needs the whole picture in memory
 */
record PictureHeader(PictureFormat format, int width, int height, boolean progressive) {

    long pixels() {
        return (long) width * height;
    }

    PictureHeader turned() {
        return new PictureHeader(format, /* width= */ height, /* height= */ width, progressive);
    }

    /** Empty if it is no picture of a format that is taken, or not all of one. */
    static Optional<PictureHeader> read(ByteBuffer file) {
        try {
            return PictureFormat.of(file)
                    .flatMap(
                            format ->
                                    switch (format) {
                                        case JPEG -> JpegHeader.read(file);
                                        case PNG -> PngHeader.read(file);
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
