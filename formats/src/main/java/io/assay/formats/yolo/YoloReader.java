package io.assay.formats.yolo;

import io.assay.events.Answer;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Micro;
import io.assay.formats.data.Notes;
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
import io.assay.formats.io.Texts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data set of YOLO as a ZIP. Labels and what is known of pictures may come in any order, so
 * both are sorted by name on disk and then read side by side.
 *
 * <p>A picture's size comes from {@code pictures.csv} as {@link YoloWriter} writes it, or from the
 * picture itself. Pictures in the archive are passed over but for their names.
 *
 * <p>An empty text says that nothing is on a picture. No text says nothing.
 */
public final class YoloReader implements RecordReader {

    private static final int MAX_FILE_BYTES = 4 * 1024 * 1024;

    /** What lies beside labels and is none, unless a picture is called so. */
    private static final Pattern BESIDE =
            Pattern.compile(
                    "(readme|licen[cs]e|notice|requirements)\\b.*"
                            + "|(autosplit_)?(train|val|valid|test)(\\d{4})?\\.txt");

    private static final Pattern FOLDER = Pattern.compile("/(?i:images|labels|jpegimages)/");

    /** How Roboflow calls its copies of a picture. */
    private static final Pattern COPY =
            Pattern.compile("(.+)_(jpe?g|png|webp|bmp|tiff?)\\.rf\\.[0-9A-Za-z]{8,}");

    /** A text as it waits on disk; what is wrong with it stands in its place. */
    private record Text(String file, @Nullable String text, @Nullable String fault) {}

    private final SentFiles files;
    private final Classes classes;
    private final Pictures uploads;
    private final SortedSpool labels = new SortedSpool();
    private final SortedSpool pictures = new SortedSpool();
    private final YoloSetups setups = new YoloSetups();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final YoloLabels lines;
    private final SortedSpool.Sorted labelsLeft;
    private final SortedSpool.Sorted picturesLeft;
    private @Nullable List<String> wrapping;
    private String lastCopy = "";
    private boolean isOurs;
    private long number;

    public YoloReader(SentFiles files, Classes classes, Pictures uploads) throws IOException {
        this.files = files;
        this.classes = classes;
        this.uploads = uploads;
        YoloLabels read = null;
        try {
            read = spool();
            labelsLeft = labels.sorted();
            picturesLeft = pictures.sorted();
        } finally {
            if (read == null) {
                close();
            }
        }
        this.lines = read;
    }

    private YoloLabels spool() throws IOException {
        if (!files.isArchive()) {
            throw new UnusableFile("YOLO: not a ZIP (expected: one of labels and data.yaml)");
        }
        for (Optional<String> file = files.next(); file.isPresent(); file = files.next()) {
            spool(file.get());
        }
        List<String> notes = new ArrayList<>();
        YoloSetup setup = setups.chosen(notes);
        if (number == 0 && !isOurs) {
            throw new UnusableFile("YOLO: no label file in the ZIP (expected: one at least)");
        }
        notes.forEach(note -> waiting.add(new Entry.Note("classes", null, false, note)));
        return new YoloLabels(classes, setup);
    }

    private void spool(String file) throws IOException {
        String name = FileNames.withoutFolder(file);
        String lower = name.toLowerCase(Locale.ROOT);
        if (SentFiles.isOurs(file)) {
            isOurs = true;
        } else if (YoloSetups.isYaml(lower) || YoloSetups.isList(lower)) {
            setups.add(file, name, files.content(file, MAX_FILE_BYTES));
        } else if (file.equals(YoloWriter.PICTURES)) {
            isOurs = true;
            spoolPictures();
        } else if (FileNames.isPicture(name)) {
            wrapping = PicturePath.wrapping(wrapping, file);
            pictures.add(key(file), number++, Json.bytes(Map.of("file", file)));
        } else if (lower.endsWith(".txt")) {
            spoolText(file, lower);
        }
    }

    private void spoolText(String file, String lower) throws IOException {
        Text text = text(file);
        boolean isLabel = FOLDER.matcher("/" + file).find();
        if (!isLabel && (BESIDE.matcher(lower).matches() || isListOfPictures(text.text))) {
            return;
        }
        wrapping = PicturePath.wrapping(wrapping, file);
        labels.add(key(file), number++, Json.bytes(text));
    }

    private Text text(String file) throws IOException {
        byte[] content = files.content().readNBytes(MAX_FILE_BYTES + 1);
        if (content.length > MAX_FILE_BYTES) {
            return new Text(file, null, "over " + MAX_FILE_BYTES + " bytes (expected: fewer)");
        }
        try {
            return new Text(file, Texts.utf8(content), null);
        } catch (BadEntry e) {
            return new Text(file, null, e.reason());
        }
    }

    /** Trainers have lists of the pictures of each part of a data set. */
    private static boolean isListOfPictures(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && text.lines().allMatch(l -> l.isBlank() || FileNames.isPicture(l.strip()));
    }

    /** The same for a picture and its labels: by convention they lie in folders side by side. */
    private static String key(String file) {
        return FOLDER.matcher("/" + FileNames.stem(file)).replaceAll("/labels/");
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
        while (waiting.isEmpty()) {
            Optional<String> key = leastKey();
            if (key.isEmpty()) {
                return Optional.empty();
            }
            read(key.get());
        }
        return Optional.of(waiting.removeFirst());
    }

    private Optional<String> leastKey() {
        return Stream.of(labelsLeft.peek(), picturesLeft.peek())
                .flatMap(Optional::stream)
                .map(SortedSpool.Item::key)
                .min(String::compareTo);
    }

    private void read(String key) throws IOException {
        List<Text> texts = new ArrayList<>();
        Picture given = new Picture();
        String place = key.substring(1);
        try {
            while (is(labelsLeft.peek(), key)) {
                texts.add(Json.value(labelsLeft.take().orElseThrow().content(), Text.class));
            }
            while (is(picturesLeft.peek(), key)) {
                given.add(picturesLeft.take().orElseThrow().content());
            }
            place = texts.isEmpty() ? given.or("file", place) : texts.getFirst().file;
            if (texts.size() > 1) {
                List<String> names = texts.stream().map(Text::file).toList();
                throw BadEntry.unexpected("labels", names, "one text a picture");
            }
            waiting.addAll(entries(key, place, texts.isEmpty() ? null : texts.getFirst(), given));
        } catch (BadEntry e) {
            waiting.add(new Entry.Bad(place, given.get("external_id"), e.reason()));
        }
        lastCopy = copyOf(key);
    }

    private static boolean is(Optional<SortedSpool.Item> item, String key) {
        return item.filter(found -> found.key().equals(key)).isPresent();
    }

    private List<Entry> entries(String key, String place, @Nullable Text text, Picture given)
            throws BadEntry {
        Notes notes = new Notes();
        if (text != null && text.fault != null) {
            throw new BadEntry(text.fault);
        }
        Subject subject = subject(key, given, notes);
        Answer answer = null;
        if (text == null && given.get("status") == null) {
            notes.add(
                    "no label file (taken: no answer, as only an empty file says that nothing is"
                            + " there)",
                    true);
        }
        if (text != null) {
            try {
                answer = answer(String.valueOf(text.text), subject.size(), notes);
            } catch (BadEntry e) {
                return List.of(new Entry.Bad(place, subject.externalId(), e.reason()));
            }
        }
        List<Entry> entries = new ArrayList<>(notes.entries(place, subject.externalId()));
        entries.add(new Entry.Row(place, subject.with(answer)));
        return entries;
    }

    private Subject subject(String key, Picture given, Notes notes) throws BadEntry {
        Optional<PictureSize> size = given.size();
        Subject.Said said =
                new Subject.Said(
                        given.get("external_id"),
                        given.get("ref"),
                        size.map(PictureSize::width).orElse(null),
                        size.map(PictureSize::height).orElse(null));
        PicturePath path =
                PicturePath.of(given.or("file", FOLDER.matcher(key).replaceAll("/images/")))
                        .loose(wrapping == null ? 0 : wrapping.size());
        Optional<PicturePath> original = original(key, path);
        if (said.ref() == null
                && original.isPresent()
                && uploads.find(path) instanceof Pictures.Match.None) {
            notes.add("a copy that Roboflow made (taken: " + original.get().name() + ")", true);
            return Subject.of(original.get(), original.get().bare(), said, uploads);
        }
        return Subject.of(path, path.bare(), said, uploads);
    }

    /** Of several copies one may be mirrored or turned, so that its labels fit nothing else. */
    private Optional<PicturePath> original(String key, PicturePath path) {
        Matcher copy = COPY.matcher(FileNames.stem(path.name()));
        String own = copyOf(key);
        boolean onlyOne =
                !own.equals(lastCopy) && leastKey().filter(k -> copyOf(k).equals(own)).isEmpty();
        Matcher stem = COPY.matcher(FileNames.withoutFolder(key));
        Matcher found = copy.matches() ? copy : stem;
        return onlyOne && found.matches()
                ? Optional.of(path.named(found.group(1) + "." + found.group(2)))
                : Optional.empty();
    }

    /** What all copies of one picture share; empty for what is no copy. */
    private static String copyOf(String key) {
        return COPY.matcher(key).matches() ? key.substring(0, key.lastIndexOf(".rf.") + 4) : "";
    }

    private Answer answer(String text, Optional<PictureSize> size, Notes notes) throws BadEntry {
        if (size.isEmpty() && !text.isBlank()) {
            throw new BadEntry(
                    "size of the picture: unknown (expected: in pictures.csv, or an upload of that"
                            + " name)");
        }
        return lines.read(text, size.orElse(new PictureSize(1, 1)), notes);
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

        /** Of these there may be several in one table. */
        private static final Set<String> MAY_REPEAT = Set.of("file");

        private final Map<String, String> known = new HashMap<>();

        void add(byte[] json) throws BadEntry {
            Map<?, ?> more = Json.value(json, Map.class);
            for (Map.Entry<?, ?> member : more.entrySet()) {
                String name = String.valueOf(member.getKey());
                String value = String.valueOf(member.getValue());
                String before = known.put(name, value);
                if (before != null && !before.equals(value) && !MAY_REPEAT.contains(name)) {
                    throw BadEntry.unexpected(name, before + " and " + value, "one");
                }
            }
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
