package io.assay.evaluation;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Data sets in the form of the recorded ones that never were: the same on every machine, so that a
 * figure that moves tells of a change of the methods.
 */
public final class SyntheticData {
    private static final int PICTURES = 600;
    private static final int WORKERS = 30;
    private static final int LABELS_PER_PICTURE = 5;
    private static final List<String> CLASSES = List.of("bird", "cat", "dog", "fox");

    private SyntheticData() {}

    /**
     * A crowd that names animals. Most pictures are of cats; every fifth worker does not look, and
     * says cat; every fifth takes most foxes for dogs; the others are right nine times of ten.
     */
    public static void crowd(Path directory) throws IOException {
        Random random = new Random(20_260_115);
        StringBuilder truth = new StringBuilder("item,truth\n");
        StringBuilder labels = new StringBuilder("item,worker,label,response_ms,repeat\n");
        for (int i = 0; i < PICTURES; i++) {
            int right = random.nextDouble() < 0.4 ? 1 : random.nextInt(CLASSES.size());
            truth.append("i%d,%s\n".formatted(i, CLASSES.get(right)));
            int first = random.nextInt(WORKERS);
            for (int n = 0; n < LABELS_PER_PICTURE; n++) {
                int worker = (first + n * 7) % WORKERS;
                int said = says(worker, right, random);
                int millis = 2_000 + random.nextInt(6_000);
                labels.append(row(i, worker, said, millis, 0));
                if (random.nextInt(50) == 0) {
                    labels.append(row(i, worker, said, millis, 1));
                }
            }
        }
        write(directory.resolve("truth.csv.gz"), truth.toString());
        write(directory.resolve("labels.csv.gz"), labels.toString());
    }

    private static int says(int worker, int right, Random random) {
        double chance = random.nextDouble();
        int other = random.nextInt(CLASSES.size());
        if (worker % 5 == 0) {
            return chance < 0.9 ? 1 : other;
        }
        if (worker % 5 == 1 && right == 3) {
            return chance < 0.7 ? 2 : 3;
        }
        return chance < 0.88 ? right : other;
    }

    private static String row(int item, int worker, int said, int millis, int repeat) {
        return "i%d,w%d,%s,%d,%d\n".formatted(item, worker, CLASSES.get(said), millis, repeat);
    }

    /**
     * Boxes around the things of pictures, by an expert and seven workers. Of these two are
     * careful, three are not so, and two miss much or draw what is not there.
     */
    static void boxes(Path directory) throws IOException {
        Random random = new Random(20_260_116);
        StringBuilder answers = new StringBuilder("role,worker,assignment_id,image_id,n_boxes\n");
        StringBuilder boxes =
                new StringBuilder(
                        "role,worker,assignment_id,image_id,box,x0,y0,x1,y1,drawn_at_ms\n");
        for (int picture = 0; picture < 80; picture++) {
            int things = random.nextInt(4);
            double[][] there = new double[things][];
            for (int t = 0; t < things; t++) {
                double x = 20 + t * 150 + random.nextInt(30);
                double y = 20 + random.nextInt(200);
                there[t] =
                        new double[] {
                            x, y, x + 40 + random.nextInt(60), y + 60 + random.nextInt(90)
                        };
            }
            answers.append("expert,x,e%d,p%d,%d\n".formatted(picture, picture, things));
            for (int t = 0; t < things; t++) {
                boxes.append(box("expert", "x", "e" + picture, picture, t, there[t]));
            }
            for (int worker = 0; worker < 7; worker++) {
                draw(worker, picture, there, random, answers, boxes);
            }
        }
        write(directory.resolve("answers.csv.gz"), answers.toString());
        write(directory.resolve("boxes.csv.gz"), boxes.toString());
    }

    private static void draw(
            int worker,
            int picture,
            double[][] there,
            Random random,
            StringBuilder answers,
            StringBuilder boxes) {
        double misses = worker < 2 ? 0.03 : worker < 5 ? 0.12 : 0.35;
        double invents = worker < 5 ? 0.05 : 0.4;
        double shake = worker < 2 ? 2 : worker < 5 ? 6 : 12;
        String id = "a" + picture + "-" + worker;
        int drawn = 0;
        for (double[] thing : there) {
            if (random.nextDouble() >= misses) {
                double[] shaken = new double[4];
                for (int n = 0; n < 4; n++) {
                    shaken[n] = thing[n] + shake * random.nextGaussian();
                }
                boxes.append(box("crowd", "w" + worker, id, picture, drawn++, shaken));
            }
        }
        if (random.nextDouble() < invents) {
            double x = random.nextInt(500);
            double y = 300 + random.nextInt(100);
            double[] invented = {x, y, x + 30 + random.nextInt(50), y + 30 + random.nextInt(50)};
            boxes.append(box("crowd", "w" + worker, id, picture, drawn++, invented));
        }
        answers.append("crowd,w%d,%s,p%d,%d\n".formatted(worker, id, picture, drawn));
    }

    private static String box(
            String role, String worker, String id, int picture, int n, double[] at) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,p%d,%d,%.2f,%.2f,%.2f,%.2f,%d\n",
                role,
                worker,
                id,
                picture,
                n,
                at[0],
                at[1],
                at[2],
                at[3],
                n + 1);
    }

    private static void write(Path file, String text) throws IOException {
        try (Writer writer =
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)),
                        StandardCharsets.UTF_8)) {
            writer.write(text);
        }
    }
}
