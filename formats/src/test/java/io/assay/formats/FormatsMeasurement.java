package io.assay.formats;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.Provenance;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.io.Bundle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * No test: writes and reads generated results in each format, and tells rows a second and the heap
 * in use after a collection in the middle. Arguments: how many rows, then formats.
 */
final class FormatsMeasurement {

    private static final Ontology ONTOLOGY = Sets.ontology(Tool.BOX, false);
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private FormatsMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        List<Format> formats = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            formats.add(Format.named(arguments[i]).orElseThrow());
        }
        for (Format format : formats.isEmpty() ? List.of(Format.values()) : formats) {
            Path file = Files.createTempFile("assay-measurement", ".zip");
            try {
                write(format, rows, file);
                read(format, file);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void write(Format format, int rows, Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        long start = System.nanoTime();
        long heap = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                Bundle bundle = new Bundle(out);
                RecordWriter writer = Formats.writer(format, ONTOLOGY, bundle)) {
            for (int i = 0; i < rows; i++) {
                writer.write(row(i, random));
                heap = i == rows - 1 ? heapAfterCollection() : heap;
            }
            writer.finish();
            bundle.addSums();
            bundle.finish();
        }
        tell(format, "wrote", rows, start, heap, Files.size(file));
    }

    /** Three boxes a picture. */
    private static Labelled row(int i, SplittableRandom random) {
        List<Box> boxes = new ArrayList<>();
        for (int j = 0; j < 3; j++) {
            boxes.add(
                    new Box(
                            j == 0 ? "car" : "sign-2",
                            random.nextInt(120_000) / 100.0,
                            random.nextInt(80_000) / 100.0,
                            1 + random.nextInt(10_000) / 100.0,
                            1 + random.nextInt(10_000) / 100.0));
        }
        return new Labelled(
                "picture-" + i,
                "picture-" + i + ".jpg",
                "https://pictures.example.org/" + i + ".jpg",
                1_920,
                1_080,
                new Answer.Boxes(boxes),
                new Provenance("t" + i, "labelled", 0.97, 3, null, 1, 1, null, null));
    }

    private static void read(Format format, Path file) throws IOException {
        long start = System.nanoTime();
        long rows = 0;
        long heap = 0;
        try (RecordReader reader =
                Formats.reader(format, ONTOLOGY, Files.newInputStream(file), Pictures.UNKNOWN)) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof Entry.Bad bad) {
                    throw new IOException(bad.toString());
                }
                heap = rows == 500 ? heapAfterCollection() : heap;
                rows++;
            }
        }
        tell(format, "read", rows, start, heap, Files.size(file));
    }

    private static long heapAfterCollection() {
        MEMORY.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }

    private static void tell(
            Format format, String what, long rows, long start, long heap, long bytes) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-12s %-5s %,9d rows in %6.1f s: %,8.0f rows/s, heap %d MB, file %,d MB%n",
                format.wireName(),
                what,
                rows,
                seconds,
                rows / seconds,
                heap >> 20,
                bytes >> 20);
    }
}
