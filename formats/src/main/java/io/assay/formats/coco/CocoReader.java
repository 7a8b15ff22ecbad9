package io.assay.formats.coco;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Labelled;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads COCO. Pictures and annotations may come in any order, so both are sorted by the picture's
 * id on disk and then read side by side; about as much disk is used as the file is long, and memory
 * does not grow with it but for 16 KB per 8 MB of file.
 */
public final class CocoReader implements RecordReader {

    private static final int MOST_CATEGORIES = 10_000;
    private static final int MOST_ANNOTATIONS = 10_000;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Map<String, String> categories = new HashMap<>();
    private final SortedSpool images = new SortedSpool();
    private final SortedSpool annotations = new SortedSpool();
    private final List<Entry> unreadable = new ArrayList<>();
    private final CocoAnswers answers;
    private SortedSpool.@Nullable Sorted imagesLeft;
    private SortedSpool.@Nullable Sorted annotationsLeft;
    private final Pictures pictures;
    private @Nullable String lastImage;

    public CocoReader(InputStream in, Classes classes, Pictures pictures) throws IOException {
        this.answers = new CocoAnswers(classes, categories);
        this.pictures = pictures;
        boolean sound = false;
        try (JsonStream json = new JsonStream(in)) {
            spool(json);
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
                    spool(json, "images", "id", images);
                }
                case "annotations" -> spool(json, "annotations", "image_id", annotations);
                case "categories" -> keepCategories(json);
                default -> json.skip();
            }
        }
        json.end();
        if (!hasImages) {
            throw new UnusableFile("images: missing (expected: a list)");
        }
        imagesLeft = images.sorted();
        annotationsLeft = annotations.sorted();
    }

    private void spool(JsonStream json, String list, String key, SortedSpool to)
            throws IOException {
        json.intoList(list);
        Optional<JsonNode> element = json.element();
        for (long number = 0; element.isPresent(); number++) {
            try {
                JsonNode node = element.get();
                to.add(Nodes.required(node, key), number, Json.bytes(node));
            } catch (BadEntry e) {
                bad(list + "[" + number + "]", null, e);
            }
            element = json.element();
        }
    }

    /** Of these a file has room for a few, behind which it is no COCO. */
    private void bad(String place, @Nullable String externalId, BadEntry e) throws UnusableFile {
        if (unreadable.size() >= MOST_ANNOTATIONS) {
            throw new UnusableFile(place + " " + e.reason() + ", after many such");
        }
        unreadable.add(new Entry.Bad(place, externalId, e.reason()));
    }

    private void keepCategories(JsonStream json) throws IOException {
        json.intoList("categories");
        for (Optional<JsonNode> node = json.element(); node.isPresent(); node = json.element()) {
            try {
                if (categories.size() >= MOST_CATEGORIES) {
                    throw new UnusableFile("categories: over " + MOST_CATEGORIES);
                }
                categories.put(
                        Nodes.required(node.get(), "id"), Nodes.required(node.get(), "name"));
            } catch (BadEntry e) {
                throw new UnusableFile("categories[" + categories.size() + "] " + e.reason());
            }
        }
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (!unreadable.isEmpty()) {
            return Optional.of(unreadable.removeFirst());
        }
        SortedSpool.Sorted pictures = imagesLeft;
        SortedSpool.Sorted objects = annotationsLeft;
        if (pictures == null || objects == null) {
            return Optional.empty();
        }
        Optional<SortedSpool.Item> image = pictures.peek();
        Optional<SortedSpool.Item> annotation = objects.peek();
        if (annotation.isPresent()
                && (image.isEmpty() || annotation.get().key().compareTo(image.get().key()) < 0)) {
            objects.take();
            return Optional.of(homeless(annotation.get()));
        }
        if (image.isEmpty()) {
            return Optional.empty();
        }
        pictures.take();
        return Optional.of(picture(image.get(), objects));
    }

    private static Entry homeless(SortedSpool.Item annotation) {
        return new Entry.Bad(
                place("annotations", annotation),
                null,
                "image_id: "
                        + BadEntry.brief(annotation.key())
                        + " (expected: the id of one of the images)");
    }

    private Entry picture(SortedSpool.Item image, SortedSpool.Sorted objects) throws IOException {
        String place = place("images", image);
        String externalId = null;
        List<CocoAnswers.Placed> own = new ArrayList<>();
        try {
            boolean whole = take(image.key(), objects, own);
            JsonNode node = Json.value(image.content(), JsonNode.class);
            String file = Nodes.required(node, "file_name");
            externalId = Nodes.text(node, "external_id").orElse(file);
            if (image.key().equals(lastImage)) {
                throw BadEntry.unexpected("id", image.key(), "one that no other image has");
            }
            if (!whole) {
                throw BadEntry.unexpected(
                        "annotations", "over " + MOST_ANNOTATIONS, "fewer for one image");
            }
            return new Entry.Row(place, labelled(node, file, own));
        } catch (BadEntry e) {
            return new Entry.Bad(place, externalId, e.reason());
        } finally {
            lastImage = image.key();
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
            whole &= own.size() < MOST_ANNOTATIONS && bytes < MOST_BYTES;
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

    private Labelled labelled(JsonNode node, String file, List<CocoAnswers.Placed> own)
            throws BadEntry {
        String ref =
                Nodes.text(node, "ref")
                        .or(() -> Optional.ofNullable(FileNames.refOrNull(coco(node))))
                        .orElse(null);
        boolean isOpen = Nodes.text(node, "status").isPresent() && own.isEmpty();
        Subject.Said said =
                new Subject.Said(
                        Nodes.text(node, "external_id").orElse(null),
                        ref,
                        Nodes.side(node, "width"),
                        Nodes.side(node, "height"));
        return Subject.of(PicturePath.of(file), said, pictures)
                .with(isOpen ? null : answers.of(own));
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
            imagesLeft = null;
            annotationsLeft = null;
        }
    }
}
