package io.assay.task.picture.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;

/** Draws a picture smaller, as a JPEG on white. */
final class ScaledCopy {

    private static final float QUALITY = 0.85f;

    /** So many times the size that is wanted is unpacked at least, so that edges stay smooth. */
    private static final int OVERSIZE = 2;

    private ScaledCopy() {}

    /** The largest step that leaves enough pixels. */
    static int step(PictureHeader header, int longestSide) {
        int longest = Math.max(header.width(), header.height());
        return Math.max(1, longest / (OVERSIZE * longestSide));
    }

    static void write(Path source, PictureHeader header, int longestSide, int step, Path target)
            throws IOException {
        BufferedImage image = EightBits.of(Decoder.read(source, header, step));
        BufferedImage small = fitted(image, header, longestSide);
        Encoder.jpeg(new IIOImage(small, null, null), QUALITY, target);
    }

    private static BufferedImage fitted(
            BufferedImage image, PictureHeader header, int longestSide) {
        double scale =
                Math.min(1.0, (double) longestSide / Math.max(header.width(), header.height()));
        int width = Math.max(1, (int) Math.round(header.width() * scale));
        int height = Math.max(1, (int) Math.round(header.height() * scale));
        BufferedImage current = image;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return drawn(current, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }
}
