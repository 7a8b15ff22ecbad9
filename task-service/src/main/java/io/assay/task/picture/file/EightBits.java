package io.assay.task.picture.file;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Makes pixels of 16 bits a sample what a screen shows. Instruments write numbers of 10, 12 or 14
 * bits into such files, whose upper bits are then empty: taken literally they are nearly black.
 */
final class EightBits {

    private static final int SHOWN_BITS = 8;

    /** A picture that uses more than a quarter of the range may mean to be as dark as it is. */
    private static final int MAX_USED_BITS = 14;

    private static final int ALL_BITS = 16;

    private EightBits() {}

    /** The image itself if it has 8 bits a sample or fewer. */
    static BufferedImage of(BufferedImage image) {
        if (image.getRaster().getTransferType() != DataBuffer.TYPE_USHORT
                || image.getSampleModel().getSampleSize(0) != ALL_BITS) {
            return image;
        }
        Raster samples = image.getRaster();
        ColorModel colours = image.getColorModel();
        int drop = usedBits(samples, colours.getNumColorComponents()) - SHOWN_BITS;
        return drawn(samples, colours, drop);
    }

    /** 8 to 16. */
    private static int usedBits(Raster samples, int colours) {
        int[] row = new int[samples.getWidth() * samples.getNumBands()];
        int all = 0;
        for (int y = 0; y < samples.getHeight(); y++) {
            samples.getPixels(0, y, samples.getWidth(), 1, row);
            for (int i = 0; i < row.length; i++) {
                all |= i % samples.getNumBands() < colours ? row[i] : 0;
            }
        }
        int used = Integer.SIZE - Integer.numberOfLeadingZeros(all);
        return used > MAX_USED_BITS ? ALL_BITS : Math.max(SHOWN_BITS, used);
    }

    private static BufferedImage drawn(Raster samples, ColorModel colours, int drop) {
        int width = samples.getWidth();
        int bands = samples.getNumBands();
        boolean grey = colours.getNumColorComponents() == 1;
        BufferedImage drawn =
                new BufferedImage(
                        width,
                        samples.getHeight(),
                        colours.hasAlpha()
                                ? BufferedImage.TYPE_INT_ARGB
                                : BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width * bands];
        int[] pixels = new int[width];
        for (int y = 0; y < samples.getHeight(); y++) {
            samples.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int red = row[at] >> drop;
                int green = grey ? red : row[at + 1] >> drop;
                int blue = grey ? red : row[at + 2] >> drop;
                int alpha =
                        colours.hasAlpha() ? row[at + bands - 1] >> (ALL_BITS - SHOWN_BITS) : 0xFF;
                pixels[x] = (alpha << 24) | (red << 16) | (green << 8) | blue;
            }
            drawn.getRaster().setDataElements(0, y, width, 1, pixels);
        }
        return drawn;
    }
}
