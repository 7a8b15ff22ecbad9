package io.assay.task.picture.file;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Gathers what the chunks of a PNG say of it. */
final class PngHeader implements PartVisitor {

    private static final int DATA = 8;

    private final ByteBuffer file;
    private int width;
    private int height;
    private int pixelBytes = 1;
    private int orientation = ExifOrientation.UPRIGHT;

    private PngHeader(ByteBuffer file) {
        this.file = file;
    }

    static Optional<PictureHeader> read(ByteBuffer file, boolean start) {
        PngHeader header = new PngHeader(file);
        try {
            PngParts.walk(file, header);
        } catch (IndexOutOfBoundsException e) {
            if (!start) {
                return Optional.empty();
            }
        }
        return Optional.of(
                PictureHeader.stored(
                        PictureFormat.PNG,
                        header.width,
                        header.height,
                        header.orientation,
                        /* progressive= */ false,
                        header.pixelBytes));
    }

    private int depth(int from) {
        return file.get(from + DATA + 8);
    }

    /** Of a pixel, by its kind of colour; what is no kind will not be decoded. */
    private static int samples(byte colour) {
        return switch (colour) {
            case 0, 3 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            default -> 4;
        };
    }

    @Override
    public void part(int type, int from, int to) {
        if (type == PngParts.IHDR) {
            width = file.getInt(from + DATA);
            height = file.getInt(from + DATA + 4);
            pixelBytes = samples(file.get(from + DATA + 9)) * (depth(from) > 8 ? 2 : 1);
        } else if (type == PngParts.EXIF) {
            orientation = ExifOrientation.ofTiff(file, from + DATA, to);
        }
    }
}
