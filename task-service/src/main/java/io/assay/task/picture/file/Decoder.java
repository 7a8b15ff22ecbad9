package io.assay.task.picture.file;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Unpacks pictures, as few of their pixels as are needed. */
final class Decoder {

    /** Bytes of heap that a pixel may take while it is unpacked, estimated: see docs/adr/0018. */
    private static final int JPEG_BYTES = 4;

    private static final int INKS_BYTES = 8;
    private static final int PNG_BYTES = 8;
    private static final int WEBP_BYTES = 40;

    /** Whose alpha is a picture of its own; all that is allocated counts: see {@link Metered}. */
    private static final int WEBP_ALPHA_BYTES = 110;

    /** What a WebP takes before its first pixel. */
    private static final int WEBP_TABLES = 8 << 20;

    /** Of a pixel as it is drawn. */
    private static final int DRAWN_BYTES = 4;

    /** So many rows are unpacked whole at once, whatever the step. */
    private static final int ROWS = 6;

    /** What each component of a pixel takes outside the heap while all of a JPEG is held. */
    private static final int COEFFICIENT_BYTES = 2;

    private interface Reading<T> {
        T read(ImageReader reader) throws IOException;
    }

    private Decoder() {}

    /**
     * Heap that {@link #read} needs.
     *
     * @param step takes each so manieth pixel of each so manieth row; a WebP is unpacked whole
     */
    static long bytes(PictureHeader header, int step) {
        long taken = taken(header.width(), step) * taken(header.height(), step);
        long rows = (long) ROWS * header.longestSide() * header.pixelBytes();
        return switch (header.format()) {
            case JPEG -> taken * (header.pixelBytes() > 3 ? INKS_BYTES : JPEG_BYTES) + rows;
            case PNG -> taken * Math.max(PNG_BYTES, header.pixelBytes() + DRAWN_BYTES) + rows;
            case WEBP -> header.pixels() * webpBytes(header) + WEBP_TABLES;
        };
    }

    private static int webpBytes(PictureHeader header) {
        return header.pixelBytes() == WebpHeader.LOSSY_AND_ALPHA ? WEBP_ALPHA_BYTES : WEBP_BYTES;
    }

    /** What is lossy in it is as large as its header says, what is lossless may not be. */
    private static boolean mayHideTables(PictureHeader header) {
        return header.format() == PictureFormat.WEBP && header.pixelBytes() != WebpHeader.LOSSY;
    }

    private static long taken(int side, int step) {
        return (side + step - 1L) / step;
    }

    /** The same with what it takes outside the heap. */
    static long cost(PictureHeader header, int step) {
        boolean held = header.format() == PictureFormat.JPEG && header.progressive();
        return bytes(header, step)
                + (held ? header.pixels() * header.pixelBytes() * COEFFICIENT_BYTES : 0);
    }

    static BufferedImage read(Path file, PictureHeader header, int step) throws IOException {
        Reading<BufferedImage> reading =
                reader -> {
                    ImageReadParam param = reader.getDefaultReadParam();
                    param.setSourceSubsampling(step, step, 0, 0);
                    return reader.read(0, param);
                };
        return mayHideTables(header)
                ? Metered.call(() -> with(file, header.format(), reading, bytes(header, step)))
                : with(file, header.format(), reading, Long.MAX_VALUE);
    }

    /** A JPEG's own numbers, their colours not converted. */
    static Raster readRaster(Path jpeg) throws IOException {
        return with(jpeg, PictureFormat.JPEG, reader -> reader.readRaster(0, null), Long.MAX_VALUE);
    }

    /**
     * The readers answer broken input with all sorts of unchecked exceptions.
     *
     * @param most bytes that the thread may allocate meanwhile
     */
    private static <T> T with(Path file, PictureFormat format, Reading<T> reading, long most)
            throws IOException {
        ImageReader reader = reader(format);
        try (ImageInputStream in = opened(file, most)) {
            // Metadata is ignored because a PNG's may be a bomb of its own.
            reader.setInput(in, true, true);
            return reading.read(reader);
        } catch (IOException | RuntimeException e) {
            throw new IIOException("spoilt", e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageInputStream opened(Path file, long most) throws IOException {
        return most == Long.MAX_VALUE
                ? new FileImageInputStream(file.toFile())
                : new Metered(file, most);
    }

    /** By class and not by what is registered first, so that it is the same everywhere. */
    private static ImageReader reader(PictureFormat format) throws IOException {
        return switch (format) {
            case JPEG -> provider(JPEGImageReaderSpi.class).createReaderInstance();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance();
        };
    }

    private static ImageReaderSpi provider(Class<? extends ImageReaderSpi> type) {
        ImageReaderSpi registered =
                IIORegistry.getDefaultInstance().getServiceProviderByClass(type);
        if (registered == null) {
            throw new IllegalStateException(type.getName() + ": not registered");
        }
        return registered;
    }
}
