package io.assay.cli.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Tiny PNG pictures, each unlike the others, made without any network. */
public final class DrawnPictures {

    private static final int SIDE = 24;

    private DrawnPictures() {}

    /** So many pictures, their classes drawn in turn. */
    public static List<Picture> draw(int count, List<String> classIds, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> picture(i, classIds.get(i % classIds.size()), random))
                .toList();
    }

    private static Picture picture(int number, String classId, Random random) {
        return new Picture("drawn-" + number, classId, "image/png", png(number, random));
    }

    private static byte[] png(int number, Random random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 6; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(SIDE), random.nextInt(SIDE), SIDE / 2, SIDE / 2);
        }
        pen.dispose();
        image.setRGB(0, 0, number);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
