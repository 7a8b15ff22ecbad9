package io.assay.task.picture.file;

import static io.assay.task.picture.file.WebpParts.uint24;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Gathers what the chunks of a WebP say of it, of an animation its first frame. The size is that of
 * the pixels; a file whose canvas is of another size is refused, as its decoder would be misled.
 */
final class WebpHeader implements PartVisitor {

    private static final int DATA = WebpParts.BEFORE;

    /** Of three colours. */
    static final int LOSSY = 3;

    /** Of these and alpha. */
    static final int LOSSLESS = 4;

    /** Of three colours, and of alpha, which is another picture packed as lossless ones are. */
    static final int LOSSY_AND_ALPHA = 5;

    private record Size(int width, int height) {}

    private final ByteBuffer file;
    private Optional<Size> canvas = Optional.empty();
    private Optional<Size> pixels = Optional.empty();
    private boolean lossy;
    private boolean alpha;
    private int orientation = ExifOrientation.UPRIGHT;

    private WebpHeader(ByteBuffer file) {
        this.file = file;
    }

    static Optional<PictureHeader> read(ByteBuffer file) {
        WebpHeader header = new WebpHeader(file);
        WebpParts.walk(file, header);
        return header.found();
    }

    private Optional<PictureHeader> found() {
        return pixels.filter(size -> canvas.isEmpty() || canvas.get().equals(size))
                .map(
                        size ->
                                PictureHeader.stored(
                                        PictureFormat.WEBP,
                                        size.width,
                                        size.height,
                                        orientation,
                                        /* progressive= */ true,
                                        pixelBytes()));
    }

    private int pixelBytes() {
        if (!lossy) {
            return LOSSLESS;
        }
        return alpha ? LOSSY_AND_ALPHA : LOSSY;
    }

    @Override
    public void part(int type, int from, int to) {
        if (type == WebpParts.EXTENDED) {
            canvas =
                    Optional.of(
                            new Size(
                                    uint24(file, from + DATA + 4) + 1,
                                    uint24(file, from + DATA + 7) + 1));
        } else if (type == WebpParts.EXIF) {
            orientation = ExifOrientation.of(file, from + DATA, to);
        } else if (pixels.isEmpty()) {
            pixels(type, from, to);
        }
    }

    private void pixels(int type, int from, int to) {
        switch (type) {
            case WebpParts.LOSSY -> {
                lossy = true;
                pixels = lossy(from + DATA);
            }
            case WebpParts.ALPHA -> alpha = true;
            case WebpParts.LOSSLESS -> pixels = lossless(from + DATA);
            case WebpParts.FRAME -> WebpParts.walkFrame(file, from, to, this::pixels);
            default -> {}
        }
    }

    private Optional<Size> lossy(int at) {
        boolean startCode = uint24(file, at + 3) == 0x2A019D;
        int width = WebpParts.little(file).getShort(at + 6) & 0x3FFF;
        int height = WebpParts.little(file).getShort(at + 8) & 0x3FFF;
        return startCode ? Optional.of(new Size(width, height)) : Optional.empty();
    }

    private Optional<Size> lossless(int at) {
        boolean signature = file.get(at) == 0x2F;
        int bits = WebpParts.little(file).getInt(at + 1);
        return signature
                ? Optional.of(new Size((bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1))
                : Optional.empty();
    }
}
