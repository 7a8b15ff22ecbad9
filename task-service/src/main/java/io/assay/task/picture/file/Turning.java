package io.assay.task.picture.file;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Turns pixels as a camera's mark says; each is moved and none changed. */
final class Turning {

    private Turning() {}

    static BufferedImage upright(BufferedImage image, int orientation) {
        return new BufferedImage(
                image.getColorModel(),
                upright(image.getRaster(), orientation),
                image.isAlphaPremultiplied(),
                null);
    }

    /**
     * @param orientation 1 to 8
     */
    static WritableRaster upright(Raster source, int orientation) {
        int width = source.getWidth();
        int height = source.getHeight();
        WritableRaster target =
                orientation >= ExifOrientation.SIDEWAYS
                        ? source.createCompatibleWritableRaster(height, width)
                        : source.createCompatibleWritableRaster(width, height);
        Object pixel = null;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixel = source.getDataElements(source.getMinX() + x, source.getMinY() + y, pixel);
                target.setDataElements(
                        column(orientation, x, y, width, height),
                        row(orientation, x, y, width, height),
                        pixel);
            }
        }
        return target;
    }

    private static int column(int orientation, int x, int y, int width, int height) {
        return switch (orientation) {
            case 2, 3 -> width - 1 - x;
            case 5, 8 -> y;
            case 6, 7 -> height - 1 - y;
            default -> x;
        };
    }

    private static int row(int orientation, int x, int y, int width, int height) {
        return switch (orientation) {
            case 3, 4 -> height - 1 - y;
            case 5, 6 -> x;
            case 7, 8 -> width - 1 - x;
            default -> y;
        };
    }
}
