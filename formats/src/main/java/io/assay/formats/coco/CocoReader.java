package io.assay.formats.coco;

import io.assay.events.Answer;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Notes;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.Subject;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.Json;
import io.assay.formats.io.JsonStream;
import io.assay.formats.io.Nodes;
import io.assay.formats.io.SortedSpool;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads COCO. Pictures and annotations may come in any order, so both are sorted by the picture's
 * id on disk and then read side by side; about as much disk is used as the file is long, and memory
 * does not grow with it but for 16 KB per 8 MB of file.
 */
public final class CocoReader implements RecordReader {

    private static final int MAX_UNREADABLE = 10_000;
    private static final int MAX_ANNOTATIONS = 10_000;
    private static final int MAX_REPEATED = 10_000;
    private static final long MAX_BYTES = 32L * 1024 * 1024;

    private final CocoCategories categories = new CocoCategories();
    private final SortedSpool images = new SortedSpool();
    private final SortedSpool names = new SortedSpool();
    private final SortedSpool annotations = new SortedSpool();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Set<String> repeatedNames = new HashSet<>();
    private final CocoAnswers answers;
    private final Pictures pictures;
    private final SortedSpool.Sorted imagesLeft;
    private final SortedSpool.Sorted annotationsLeft;
    private @Nullable List<String> wrapping;
    private boolean hasAnnotations;
    private @Nullable String homeless;

    public CocoReader(InputStream in, Classes classes, Pictures pictures) throws IOException {
        this.answers = new CocoAnswers(classes, categories);
        this.pictures = pictures;
        boolean sound = false;
        try (JsonStream json = new JsonStream(in)) {
            spool(json);
            findRepeatedNames();
            imagesLeft = images.sorted();
            annotationsLeft = annotations.sorted();
            sound = true;
        } finally {
            if (!sound) {
                close();
            }
        }
    }

    private void spool(JsonStream json) throws IOException {
        boolean hasImages = false;
        json.intoObject("COCO");
        for (Optional<String> name = json.member(); name.isPresent(); name = json.member()) {
            switch (name.get()) {
                case "images" -> {
                    hasImages = true;
                    json.intoList("images");
                    each(json, "images", this::keepImage);
                }
                case "annotations" -> {
                    hasAnnotations = json.intoListOrNull("annotations");
                    if (hasAnnotations) {
                        each(json, "annotations", this::keepAnnotation);
                    }
                }
                case "categories" -> {
                    if (json.intoListOrNull("categories")) {
                        each(json, "categories", (node, _) -> keepCategory(node));
                    }
                }
                default -> json.skip();
            }
        }
        json.end();
        if (!hasImages) {
            throw new UnusableFile("images: missing (expected: a list)");
        }
    }

    @FunctionalInterface
    private interface Keeper {
        void keep(JsonNode node, long number) throws IOException, BadEntry;
    }

    private void each(JsonStream json, String list, Keeper keeper) throws IOException {
        Optional<JsonNode> element = json.element();
        for (long number = 0; element.isPresent(); number++) {
            String place = list + "[" + number + "]";
            try {
                keeper.keep(element.get(), number);
            } catch (BadEntry e) {
                bad(place, e);
                if (list.equals("annotations") && homeless == null) {
                    homeless = place;
                }
            }
            element = json.element();
        }
    }

    /** Of these a file has room for a few, behind which it is no COCO. */
    private void bad(String place, BadEntry e) throws UnusableFile {
        if (waiting.size() >= MAX_UNREADABLE) {
            throw new UnusableFile(place + " " + e.reason() + ", after many such");
        }
        waiting.add(new Entry.Bad(place, null, e.reason()));
    }

    private void keepImage(JsonNode node, long number) throws IOException, BadEntry {
        String id = CocoIds.of(node, "id");
        String file = Nodes.text(node, "file_name").orElse("");
        if (!file.isEmpty()) {
            wrapping = PicturePath.wrapping(wrapping, file);
            names.add(PicturePath.of(file).text(), number, new byte[0]);
        }
        images.add(id, number, Json.bytes(node));
    }

    private void keepAnnotation(JsonNode node, long number) throws IOException, BadEntry {
        annotations.add(CocoIds.of(node, "image_id"), number, Json.bytes(node));
    }

    private void keepCategory(JsonNode node) throws IOException, BadEntry {
        if (!categories.hasRoom()) {
            throw new UnusableFile("categories: too many");
        }
        categories.add(node);
    }

    /** The annotations of one picture may be shared out among images of one name. */
    private void findRepeatedNames() throws IOException {
        SortedSpool.Sorted sorted = names.sorted();
        String last = null;
        for (Optional<SortedSpool.Item> item = sorted.take();
                item.isPresent();
                item = sorted.take()) {
            if (item.get().key().equals(last) && repeatedNames.add(last)) {
                if (repeatedNames.size() > MAX_REPEATED) {
                    throw new UnusableFile(
                            "images: over " + MAX_REPEATED + " names twice (expected: each once)");
                }
            }
            last = item.get().key();
        }
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (waiting.isEmpty()) {
            Optional<SortedSpool.Item> image = imagesLeft.peek();
            Optional<SortedSpool.Item> annotation = annotationsLeft.peek();
            if (annotation.isPresent()
                    && (image.isEmpty()
                            || annotation.get().key().compareTo(image.get().key()) < 0)) {
                annotationsLeft.take();
                waiting.add(homeless(annotation.get()));
            } else if (image.isEmpty()) {
                return Optional.empty();
            } else {
                imagesLeft.take();
                waiting.addAll(picture(image.get()));
            }
        }
        return Optional.of(waiting.removeFirst());
    }

    private static Entry homeless(SortedSpool.Item annotation) {
        return new Entry.Bad(
                place("annotations", annotation),
                null,
                "image_id: "
                        + BadEntry.brief(annotation.key())
                        + " (expected: the id of one of the images)");
    }

    private List<Entry> picture(SortedSpool.Item image) throws IOException {
        List<CocoAnswers.Placed> own = new ArrayList<>();
        List<SortedSpool.Item> sameId = new ArrayList<>();
        while (imagesLeft.peek().filter(next -> next.key().equals(image.key())).isPresent()) {
            sameId.add(imagesLeft.take().orElseThrow());
        }
        String place = place("images", image);
        try {
            boolean whole = take(image.key(), annotationsLeft, own);
            if (!sameId.isEmpty()) {
                return sameId(image, sameId);
            }
            if (!whole) {
                throw BadEntry.unexpected(
                        "annotations", "over " + MAX_ANNOTATIONS, "fewer for one image");
            }
            return read(place, Json.value(image.content(), JsonNode.class), own);
        } catch (BadEntry e) {
            return List.of(new Entry.Bad(place, null, e.reason()));
        }
    }

    /** The owner of the annotations is unknown. */
    private static List<Entry> sameId(SortedSpool.Item image, List<SortedSpool.Item> others)
            throws BadEntry {
        List<Entry> bad = new ArrayList<>();
        for (SortedSpool.Item item : Stream.concat(Stream.of(image), others.stream()).toList()) {
            JsonNode node = Json.value(item.content(), JsonNode.class);
            bad.add(
                    new Entry.Bad(
                            place("images", item),
                            Nodes.text(node, "file_name").orElse(null),
                            BadEntry.unexpected("id", image.key(), "one that no other image has")
                                    .reason()));
        }
        return bad;
    }

    private List<Entry> read(String place, JsonNode node, List<CocoAnswers.Placed> own)
            throws BadEntry {
        Notes notes = new Notes();
        String file = Nodes.required(node, "file_name");
        try {
            Labelled labelled = labelled(node, file, own, notes);
            List<Entry> entries = new ArrayList<>(notes.entries(place, labelled.externalId()));
            entries.add(new Entry.Row(place, labelled));
            return entries;
        } catch (BadEntry e) {
            String id = Nodes.text(node, "external_id").orElse(file);
            return List.of(new Entry.Bad(place, id, e.reason()));
        }
    }

    /** False if there are too many. */
    private static boolean take(
            String image, SortedSpool.Sorted objects, List<CocoAnswers.Placed> own)
            throws IOException, BadEntry {
        boolean whole = true;
        long bytes = 0;
        Optional<SortedSpool.Item> next = objects.peek();
        while (next.isPresent() && next.get().key().equals(image)) {
            SortedSpool.Item item = next.get();
            bytes += item.content().length;
            whole &= own.size() < MAX_ANNOTATIONS && bytes < MAX_BYTES;
            if (whole) {
                own.add(
                        new CocoAnswers.Placed(
                                place("annotations", item),
                                Json.value(item.content(), JsonNode.class)));
            }
            objects.take();
            next = objects.peek();
        }
        return whole;
    }

    private Labelled labelled(JsonNode node, String file, List<CocoAnswers.Placed> own, Notes notes)
            throws BadEntry {
        PicturePath path = PicturePath.of(file);
        if (repeatedNames.contains(path.text())) {
            throw BadEntry.unexpected("file_name", file, "one that no other image has");
        }
        String ref =
                Nodes.text(node, "ref")
                        .or(() -> Optional.ofNullable(FileNames.refOrNull(coco(node))))
                        .orElse(null);
        Subject.Said said =
                new Subject.Said(
                        Nodes.text(node, "external_id").orElse(null),
                        ref,
                        Nodes.side(node, "width"),
                        Nodes.side(node, "height"));
        int loose = wrapping == null ? 0 : wrapping.size();
        Subject subject = Subject.of(path.loose(loose), path, said, pictures);
        boolean isOpen = Nodes.text(node, "status").isPresent() && own.isEmpty();
        return subject.with(isOpen || !says(own, notes) ? null : answer(own, subject, notes));
    }

    private @Nullable Answer answer(List<CocoAnswers.Placed> own, Subject subject, Notes notes)
            throws BadEntry {
        return answers.of(own, subject.size(), notes);
    }

    /** A picture without annotations is an empty one, where all annotations are known. */
    private boolean says(List<CocoAnswers.Placed> own, Notes notes) throws BadEntry {
        if (own.isEmpty() && !hasAnnotations) {
            notes.add("no list of annotations (taken: no answer)", true);
            return false;
        }
        if (own.isEmpty() && homeless != null) {
            throw new BadEntry(
                    "annotations: none, but whose "
                            + homeless
                            + " is cannot be decided (expected: one, or"
                            + " all others to name their image)");
        }
        return true;
    }

    private static @Nullable String coco(JsonNode image) {
        return image.path("coco_url").asString(null);
    }

    private static String place(String list, SortedSpool.Item item) {
        return list + "[" + item.number() + "]";
    }

    @Override
    public void close() throws IOException {
        try (images;
                annotations) {
            names.close();
        }
    }
}
