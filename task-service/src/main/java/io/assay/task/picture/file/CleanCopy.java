package io.assay.task.picture.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Copies a picture without what it reveals of its maker: only the parts that pixels and their
 * colours need are kept, byte by byte. So no pixel changes, a file that is clean already stays as
 * it is, and nothing unknown gets through: no place, no name, no comment, no thumbnail of what was
 * cropped away, nothing behind the picture's end. Of an animation the still picture is kept.
 */
final class CleanCopy {

    private CleanCopy() {}

    /**
     * @param file that {@link PictureHeader} could be read of
     */
    public static void write(ByteBuffer file, PictureFormat format, WritableByteChannel out)
            throws IOException {
        try {
            switch (format) {
                case JPEG -> CleanJpeg.write(file, out);
                case PNG -> CleanPng.write(file, out);
                case WEBP -> CleanWebp.write(file, out);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
