package io.assay.load.demo;

import io.assay.events.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/**
 * A drawn street, in which there is something for every tool: houses, cars, people, trees, lane
 * lines, and a shop with a sign. Equal seeds draw equal pictures.
 */
final class Street {

    static final int WIDTH = 960;
    static final int HEIGHT = 640;

    private static final int KERB = 400;
    private static final List<Color> HOUSES =
            List.of(rgb(0xd8c6ad), rgb(0xb7a58d), rgb(0xc98f7a), rgb(0xa9b7a0), rgb(0xcbb9c8));
    private static final List<Color> CARS =
            List.of(rgb(0xc0392b), rgb(0x2f6fb0), rgb(0xf1efe8), rgb(0x2f8f6b), rgb(0xe0a526));

    /** When it is, which one can see. */
    enum Time {
        DAY(rgb(0xbcd9ee), 0, rgb(0xffe9a8)),
        EVENING(rgb(0xf0b98d), 40, rgb(0xf2784b)),
        NIGHT(rgb(0x22304a), 120, rgb(0xf4f1de));

        private final Color sky;
        private final int shade;
        private final Color light;

        Time(Color sky, int shade, Color light) {
            this.sky = sky;
            this.shade = shade;
            this.light = light;
        }
    }

    private final Random random;
    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();
    private final Time time;
    private final List<Box> cars = new ArrayList<>();
    private final SortedSet<String> contents = new TreeSet<>();

    private Street(long seed) {
        this.random = new Random(seed);
        this.time = Time.values()[(int) (seed % Time.values().length)];
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /** As seen from the other side: houses, trees, a road with cars, people. */
    static Street wide(long seed) {
        Street street = new Street(seed);
        street.ground();
        street.houses(KERB);
        street.trees();
        street.walkers();
        street.traffic();
        street.weather();
        return street;
    }

    /** Somebody near, from head to foot. */
    static Street person(long seed) {
        Street street = new Street(seed);
        street.ground();
        street.houses(KERB);
        street.figure(WIDTH * street.between(0.35, 0.65), 590, 480);
        street.weather();
        return street;
    }

    /** A shop near, with a word over its door. */
    static Street shop(long seed, String word) {
        Street street = new Street(seed);
        street.ground();
        street.front(word);
        street.weather();
        return street;
    }

    Time time() {
        return time;
    }

    /** Where the cars are, from left to right. */
    List<Box> cars() {
        return List.copyOf(cars);
    }

    /** What can be seen, by the ids of the tags. */
    SortedSet<String> contents() {
        return contents;
    }

    byte[] png() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ground() {
        fill(time.sky, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        double x = between(0.75, 0.92) * WIDTH;
        fill(time.light, new Ellipse2D.Double(x, 40, 76, 76));
        if (time == Time.NIGHT) {
            fill(time.sky, new Ellipse2D.Double(x + 22, 32, 70, 70));
        }
        fill(shaded(rgb(0xa9a59c)), new Rectangle2D.Double(0, KERB, WIDTH, 40));
        fill(shaded(rgb(0x6c7077)), new Rectangle2D.Double(0, KERB + 40, WIDTH, HEIGHT));
        int offset = random.nextInt(120);
        for (int left = -offset; left < WIDTH; left += 200) {
            fill(shaded(rgb(0xf2efe6)), new Rectangle2D.Double(left, 545, 110, 9));
        }
    }

    private void houses(int base) {
        double left = -20 - random.nextInt(60);
        while (left < WIDTH) {
            double width = 150 + random.nextInt(110);
            double height = 180 + random.nextInt(150);
            house(left, base, width, height);
            left += width + random.nextInt(40);
        }
    }

    private void house(double left, double base, double width, double height) {
        double top = base - height;
        fill(shaded(pick(HOUSES)), new Rectangle2D.Double(left, top, width, height));
        if (random.nextBoolean()) {
            fill(
                    shaded(rgb(0x8f4a3c)),
                    shape(left - 8, top, left + width / 2, top - 60, left + width + 8, top));
        }
        for (double y = top + 25; y + 45 < base - 30; y += 75) {
            for (double x = left + 20; x + 34 < left + width; x += 58) {
                boolean lit = time != Time.DAY && random.nextInt(3) > 0;
                fill(
                        lit ? rgb(0xffdf8c) : shaded(rgb(0x5d7187)),
                        new Rectangle2D.Double(x, y, 32, 44));
            }
        }
    }

    private void trees() {
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            double x = 110 + random.nextInt(740);
            fill(shaded(rgb(0x6b4a32)), new Rectangle2D.Double(x - 9, KERB - 110, 18, 120));
            for (double[] leaf :
                    new double[][] {{-62, -205, 90}, {-10, -225, 88}, {-48, -250, 96}}) {
                fill(
                        shaded(rgb(0x4d8a4a)),
                        new Ellipse2D.Double(x + leaf[0], KERB + leaf[1], leaf[2], leaf[2]));
            }
            contents.add("tree");
        }
    }

    private void walkers() {
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            figure(100 + random.nextInt(760), KERB + 34, 110 + random.nextInt(25));
        }
    }

    /** Head, arms and legs, each to one side or the other. */
    private void figure(double x, double foot, double height) {
        contents.add("person");
        Color clothes = shaded(pick(CARS));
        double head = height * 0.16;
        double neck = foot - height + head;
        double hip = foot - height * 0.45;
        pen.setStroke(stroke(height * 0.075));
        for (int side : new int[] {-1, 1}) {
            double knee = x + side * height * between(0.06, 0.12);
            line(shaded(rgb(0x2b3346)), x, hip, knee, (hip + foot) / 2);
            line(
                    shaded(rgb(0x2b3346)),
                    knee,
                    (hip + foot) / 2,
                    x + side * height * between(0.05, 0.2),
                    foot - height * 0.03);
            double elbow = x + side * height * between(0.14, 0.22);
            double shoulder = neck + height * 0.07;
            line(clothes, x + side * height * 0.08, shoulder, elbow, shoulder + height * 0.16);
            line(
                    shaded(rgb(0xb98a63)),
                    elbow,
                    shoulder + height * 0.16,
                    x + side * height * between(0.12, 0.3),
                    shoulder + height * between(0.0, 0.34));
        }
        fill(
                clothes,
                new Rectangle2D.Double(
                        x - height * 0.1,
                        neck + height * 0.02,
                        height * 0.2,
                        hip - neck + height * 0.02));
        fill(
                shaded(rgb(0xb98a63)),
                new Ellipse2D.Double(x - head / 2, foot - height, head, head * 1.1));
    }

    private void traffic() {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            double room = WIDTH / (double) count;
            double width = 200 + random.nextInt(60);
            double left = room * i + random.nextDouble() * Math.max(10, room - width - 20);
            car(Math.rint(left), i % 2 == 0 ? 478 : 535, width);
        }
    }

    private void car(double left, double top, double width) {
        double scale = width / 260;
        Path2D body = new Path2D.Double();
        body.moveTo(0, 70);
        for (double[] point :
                new double[][] {
                    {260, 70}, {260, 40}, {220, 30}, {180, 0}, {80, 0}, {40, 30}, {0, 40}
                }) {
            body.lineTo(point[0], point[1]);
        }
        body.closePath();
        Graphics2D own = (Graphics2D) pen.create();
        own.translate(left, top);
        own.scale(scale, scale);
        own.setColor(shaded(pick(CARS)));
        own.fill(body);
        own.setColor(time == Time.NIGHT ? rgb(0x56708a) : rgb(0xd9eaf5));
        own.fill(shape(60, 30, 88, 6, 124, 6, 124, 30));
        own.fill(shape(134, 30, 134, 6, 174, 6, 202, 30));
        own.setColor(rgb(0x20242a));
        own.fill(new Ellipse2D.Double(36, 46, 50, 50));
        own.fill(new Ellipse2D.Double(176, 46, 50, 50));
        own.setColor(rgb(0xa0a6ad));
        own.fill(new Ellipse2D.Double(51, 61, 20, 20));
        own.fill(new Ellipse2D.Double(191, 61, 20, 20));
        own.dispose();
        cars.add(new Box("car", left, top, Math.rint(260 * scale), Math.rint(96 * scale)));
        contents.add("car");
    }

    private void front(String word) {
        double left = 150;
        double width = 660;
        fill(shaded(pick(HOUSES)), new Rectangle2D.Double(left, 60, width, KERB - 20));
        Color board = rgb(0x24463f);
        fill(board, new Rectangle2D.Double(left + 40, 105, width - 80, 110));
        double cell = Math.min(12, (width - 120) / (word.length() * 6.0));
        double x = left + width / 2 - word.length() * 6 * cell / 2;
        pen.setColor(rgb(0xf7efd8));
        for (int i = 0; i < word.length(); i++) {
            for (double[] dot : Letters.dots(word.charAt(i))) {
                pen.fill(
                        new Rectangle2D.Double(
                                x + dot[0] * cell,
                                160 - 3.5 * cell + dot[1] * cell,
                                cell + 0.5,
                                cell + 0.5));
            }
            x += 6 * cell;
        }
        fill(shaded(rgb(0x8fb3c9)), new Rectangle2D.Double(left + 50, 250, 250, 150));
        fill(shaded(rgb(0x5a3b2a)), new Rectangle2D.Double(left + 370, 240, 110, 180));
        fill(shaded(rgb(0x8fb3c9)), new Rectangle2D.Double(left + 530, 250, 90, 150));
    }

    private void weather() {
        if (random.nextInt(3) > 0) {
            pen.dispose();
            return;
        }
        contents.add("rain");
        pen.setStroke(stroke(2));
        for (int i = 0; i < 160; i++) {
            double x = random.nextInt(WIDTH + 60);
            double y = random.nextInt(HEIGHT);
            line(new Color(235, 243, 250, 170), x, y, x - 10, y + 26);
        }
        pen.dispose();
    }

    private void fill(Color colour, java.awt.Shape shape) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private void line(Color colour, double x1, double y1, double x2, double y2) {
        pen.setColor(colour);
        pen.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Path2D shape(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }

    private Color shaded(Color colour) {
        double left = 1 - time.shade / 255.0;
        return new Color(
                (int) (colour.getRed() * left),
                (int) (colour.getGreen() * left),
                (int) (colour.getBlue() * (left + (1 - left) * 0.3)));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    private static Color rgb(int value) {
        return new Color(value);
    }
}
