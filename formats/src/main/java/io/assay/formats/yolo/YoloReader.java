package io.assay.formats.yolo;

import io.assay.events.Answer;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Micro;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.PictureSize;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.Subject;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.Csv;
import io.assay.formats.io.Json;
import io.assay.formats.io.SentFiles;
import io.assay.formats.io.SortedSpool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data set of YOLO as a ZIP. Labels and what is known of pictures may come in any order, so
 * both are sorted by name on disk and then read side by side.
 *
 * <p>A picture's size comes from {@code pictures.csv} as {@link YoloWriter} writes it, or from
 * elsewhere. Classes come from {@code data.yaml}, {@code classes.txt} or {@code obj.names}.
 * Pictures in the archive are passed over but for their names.
 */
public final class YoloReader implements RecordReader {

    private static final int LONGEST_FILE = 4 * 1024 * 1024;
    private static final Set<String> CLASSES = Set.of("classes.txt", "obj.names");
    private static final Set<String> LISTS =
            Set.of("train.txt", "val.txt", "valid.txt", "test.txt", "readme.txt");

    private final SentFiles files;
    private final YoloLines lines;
    private final Pictures uploads;
    private final SortedSpool labels = new SortedSpool();
    private final SortedSpool pictures = new SortedSpool();
    private @Nullable YoloSetup setup;
    private SortedSpool.@Nullable Sorted labelsLeft;
    private SortedSpool.@Nullable Sorted picturesLeft;
    private @Nullable List<String> wrapping;
    private long number;

    public YoloReader(SentFiles files, Classes classes, Pictures uploads) throws IOException {
        this.files = files;
        this.lines = new YoloLines(classes);
        this.uploads = uploads;
        boolean sound = false;
        try {
            spool();
            sound = true;
        } finally {
            if (!sound) {
                close();
            }
        }
    }

    private void spool() throws IOException {
        if (!files.isArchive()) {
            throw new UnusableFile("YOLO: not a ZIP (expected: one of labels and data.yaml)");
        }
        for (Optional<String> file = files.next(); file.isPresent(); file = files.next()) {
            spool(file.get());
        }
        if (setup == null) {
            throw new UnusableFile(
                    "classes: unknown (expected: data.yaml, classes.txt or obj.names in the ZIP)");
        }
        labelsLeft = labels.sorted();
        picturesLeft = pictures.sorted();
    }

    private void spool(String file) throws IOException {
        String name = FileNames.withoutFolder(file).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            setup = YoloSetup.ofYaml(files.content(file, LONGEST_FILE));
        } else if (CLASSES.contains(name)) {
            setup = setup == null ? YoloSetup.ofLines(text(file)) : setup;
        } else if (file.equals(YoloWriter.PICTURES)) {
            spoolPictures();
        } else if (FileNames.isPicture(name)) {
            wrapping = PicturePath.wrapping(wrapping, file);
            pictures.add(key(file), number++, Json.bytes(Map.of("file", file)));
        } else if (name.endsWith(".txt") && !LISTS.contains(name)) {
            wrapping = PicturePath.wrapping(wrapping, file);
            labels.add(key(file), number++, Json.bytes(new String[] {file, text(file)}));
        }
    }

    private String text(String file) throws IOException {
        return new String(files.content(file, LONGEST_FILE), StandardCharsets.UTF_8);
    }

    /** The same for a picture and its labels: by convention they lie in folders side by side. */
    private static String key(String file) {
        return ("/" + FileNames.stem(file)).replace("/images/", "/labels/");
    }

    private void spoolPictures() throws IOException {
        Csv csv = new Csv(files.content());
        List<String> columns = csv.next().orElse(List.of());
        for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
            Map<String, String> picture = new HashMap<>();
            for (int i = 0; i < Math.min(columns.size(), row.get().size()); i++) {
                if (!row.get().get(i).isEmpty()) {
                    picture.put(columns.get(i), row.get().get(i));
                }
            }
            String file = picture.get("file");
            if (file == null) {
                throw new UnusableFile(
                        YoloWriter.PICTURES + " row " + csv.row() + " file: missing");
            }
            pictures.add(key(file), number++, Json.bytes(picture));
        }
    }

    @Override
    public Optional<Entry> next() throws IOException {
        SortedSpool.Sorted texts = labelsLeft;
        SortedSpool.Sorted known = picturesLeft;
        if (texts == null || known == null) {
            return Optional.empty();
        }
        Optional<SortedSpool.Item> label = texts.peek();
        Optional<SortedSpool.Item> picture = known.peek();
        if (label.isEmpty() && picture.isEmpty()) {
            return Optional.empty();
        }
        String key = least(label, picture);
        SortedSpool.Item text = is(label, key) ? label.get() : null;
        Picture told = new Picture();
        try {
            if (text != null) {
                texts.take();
            }
            takePictures(known, key, told);
            return Optional.of(entry(key, text, told));
        } catch (BadEntry e) {
            return Optional.of(
                    new Entry.Bad(key.substring(1), told.get("external_id"), e.reason()));
        }
    }

    private static String least(Optional<SortedSpool.Item> a, Optional<SortedSpool.Item> b) {
        if (a.isPresent() && b.isPresent()) {
            String one = a.get().key();
            String other = b.get().key();
            return one.compareTo(other) <= 0 ? one : other;
        }
        return a.or(() -> b).orElseThrow().key();
    }

    private static boolean is(Optional<SortedSpool.Item> item, String key) {
        return item.filter(found -> found.key().equals(key)).isPresent();
    }

    /** There may be two: a file in the archive, and what the table says of it. */
    private static void takePictures(SortedSpool.Sorted known, String key, Picture told)
            throws IOException, BadEntry {
        while (is(known.peek(), key)) {
            told.add(known.take().orElseThrow().content());
        }
    }

    private Entry entry(String key, SortedSpool.@Nullable Item label, Picture told)
            throws BadEntry {
        String place = key.substring(1);
        String text = "";
        if (label != null) {
            String[] content = Json.value(label.content(), String[].class);
            place = content[0];
            text = content[1];
        }
        boolean isOpen = label == null && told.get("status") != null;
        Optional<PictureSize> size = told.size();
        PicturePath path = PicturePath.of(told.or("file", key.replace("/labels/", "/images/")))
                        .loose(wrapping == null ? 0 : wrapping.size());
        Subject subject =
                Subject.of(
                        path,
                        path.bare(),
                        new Subject.Said(
                                told.get("external_id"),
                                told.get("ref"),
                                size.map(PictureSize::width).orElse(null),
                                size.map(PictureSize::height).orElse(null)),
                        uploads);
        return new Entry.Row(place, subject.with(isOpen ? null : answer(text, subject.size())));
    }

    private Answer answer(String text, Optional<PictureSize> size) throws BadEntry {
        YoloSetup all = setup;
        if (all == null) {
            throw new IllegalStateException("read before it is known");
        }
        if (size.isEmpty() && !text.isBlank()) {
            throw new BadEntry(
                    "size of the picture: unknown (expected: in pictures.csv, or an upload of that"
                            + " name)");
        }
        return lines.read(text, all.names(), size.orElse(new PictureSize(1, 1)), all.perPoint());
    }

    @Override
    public void close() throws IOException {
        try (labels;
                pictures) {
            files.close();
        }
    }

    /** What is known of one picture beside its labels. */
    private static final class Picture {

        private final Map<String, String> known = new HashMap<>();

        void add(byte[] json) throws BadEntry {
            Map<?, ?> more = Json.value(json, Map.class);
            more.forEach((key, value) -> known.put(String.valueOf(key), String.valueOf(value)));
        }

        @Nullable String get(String name) {
            return known.get(name);
        }

        String or(String name, String otherwise) {
            return known.getOrDefault(name, otherwise);
        }

        Optional<PictureSize> size() throws BadEntry {
            String width = known.get("width");
            String height = known.get("height");
            return width == null || height == null
                    ? Optional.empty()
                    : Optional.of(
                            new PictureSize(
                                    Micro.side("width", width), Micro.side("height", height)));
        }
    }
}
