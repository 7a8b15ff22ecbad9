package io.assay.task.picture.file;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Gathers what the segments of a JPEG say of it. */
final class JpegHeader implements PartVisitor {

    private static final int MAX_COMPONENTS = 4;

    private final ByteBuffer file;
    private int frames;
    private int width;
    private int height;
    private int components;
    private boolean progressive;
    private int orientation = ExifOrientation.UPRIGHT;

    private JpegHeader(ByteBuffer file) {
        this.file = file;
    }

    static Optional<PictureHeader> read(ByteBuffer file, boolean start) {
        JpegHeader header = new JpegHeader(file);
        try {
            JpegParts.walk(file, header);
        } catch (IndexOutOfBoundsException e) {
            if (!start) {
                return Optional.empty();
            }
        }
        return header.found();
    }

    private Optional<PictureHeader> found() {
        return frames == 1 && components >= 1 && components <= MAX_COMPONENTS
                ? Optional.of(
                        PictureHeader.stored(
                                PictureFormat.JPEG,
                                width,
                                height,
                                orientation,
                                progressive,
                                components))
                : Optional.empty();
    }

    @Override
    public void part(int marker, int from, int to) {
        if (isFrame(marker)) {
            frames += isShown(marker) ? 1 : 2;
            height = Short.toUnsignedInt(file.getShort(from + 5));
            width = Short.toUnsignedInt(file.getShort(from + 7));
            components = Byte.toUnsignedInt(file.get(from + 9));
            progressive |= marker == 0xC2;
        } else if (marker == JpegParts.SCAN) {
            // a scan without some of the components has to wait for the rest, as in a progressive
            // file
            progressive |= Byte.toUnsignedInt(file.get(from + 4)) < components;
        } else if (marker == JpegParts.APP1 && orientation == ExifOrientation.UPRIGHT) {
            orientation = ExifOrientation.of(file, from + 4, to);
        }
    }

    /** C0 to CF are frames, but for three kinds of table. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    /** Lossless, hierarchical and arithmetic files are shown by no browser. */
    private static boolean isShown(int frame) {
        return frame <= 0xC2;
    }
}
