package io.assay.formats.cvat;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Micro;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.Subject;
import io.assay.formats.io.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form for images, a picture's element at a time, wherever it stands; and the form for
 * videos, whose tracks become frames. A file that has both is taken for its images, and the tracks
 * are noted.
 */
public final class CvatReader implements RecordReader {

    private static final Set<String> SHAPES =
            Set.of(
                    "box",
                    "polygon",
                    "polyline",
                    "points",
                    "mask",
                    "skeleton",
                    "ellipse",
                    "cuboid",
                    "tag");

    private final Xml xml;
    private final CvatAnswers answers;
    private final Pictures pictures;
    private final CvatTracks tracks = new CvatTracks();
    private @Nullable Integer width;
    private @Nullable Integer height;
    private long images;
    private long strays;
    private boolean read;
    private boolean tracksTold;

    public CvatReader(InputStream in, Classes classes, Pictures pictures) throws IOException {
        xml = new Xml(in);
        this.pictures = pictures;
        answers = new CvatAnswers(classes);
        xml.intoRoot("annotations");
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (!read) {
            Optional<Entry> entry = step();
            if (entry.isPresent()) {
                return entry;
            }
        }
        return images > 0 ? tracksBesideImages() : frame();
    }

    /** One element on; what it says of a picture, if it is about one. */
    private Optional<Entry> step() throws IOException {
        Optional<Xml.Step> step = xml.step();
        if (step.isEmpty()) {
            read = true;
            return Optional.empty();
        }
        String name = step.get().name();
        if (!step.get().isStart()) {
            if (name.equals("track")) {
                tracks.end();
            }
            return Optional.empty();
        }
        switch (name) {
            case "image" -> {
                return Optional.of(image(xml.current()));
            }
            case "meta" -> meta(xml.current());
            case "track" -> tracks.begin(xml.attributes());
            default -> {
                return SHAPES.contains(name) ? shape(xml.current()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void meta(Xml.Element meta) {
        for (Xml.Element child : meta.children()) {
            if (child.name().equals("original_size")) {
                width = sideOrNull(child, "width");
                height = sideOrNull(child, "height");
            } else {
                meta(child);
            }
        }
    }

    /** What is not known is taken from the upload. */
    private static @Nullable Integer sideOrNull(Xml.Element size, String name) {
        try {
            for (Xml.Element child : size.children()) {
                if (child.name().equals(name)) {
                    return Micro.side(name, child.text());
                }
            }
            return null;
        } catch (BadEntry e) {
            return null;
        }
    }

    private Optional<Entry> shape(Xml.Element shape) throws IOException {
        try {
            if (!tracks.isWithin()) {
                throw new BadEntry(
                        shape.name()
                                + "["
                                + strays++
                                + "]: outside of an image (expected: within)");
            }
            tracks.add(shape);
            return Optional.empty();
        } catch (BadEntry e) {
            return Optional.of(new Entry.Bad("annotations", null, e.reason()));
        }
    }

    private Entry image(Xml.Element image) {
        String place = "image[" + images++ + "]";
        String externalId = image.attribute("external_id");
        try {
            return new Entry.Row(place, labelled(image, image.required("name"), externalId));
        } catch (BadEntry e) {
            String id = externalId == null ? image.attribute("name") : externalId;
            return new Entry.Bad(place, id, e.reason());
        }
    }

    private Labelled labelled(Xml.Element image, String name, @Nullable String externalId)
            throws BadEntry {
        Subject subject =
                Subject.of(
                        PicturePath.of(name),
                        new Subject.Said(
                                externalId,
                                image.attribute("ref"),
                                side(image, "width"),
                                side(image, "height")),
                        pictures);
        boolean isOpen = image.attribute("status") != null;
        return subject.with(
                isOpen ? null : answers.of(image.children(), subject.width(), subject.height()));
    }

    private static @Nullable Integer side(Xml.Element image, String name) throws BadEntry {
        String text = image.attribute(name);
        return text == null ? null : Integer.valueOf(Micro.side(name, text));
    }

    private Optional<Entry> tracksBesideImages() {
        if (tracksTold || tracks.count() == 0) {
            return Optional.empty();
        }
        tracksTold = true;
        return Optional.of(
                new Entry.Bad(
                        "track",
                        null,
                        "tracks: %d, beside images, are not read (expected: a file of tracks alone)"
                                .formatted(tracks.count())));
    }

    private Optional<Entry> frame() throws IOException {
        Optional<CvatTracks.Frame> next = tracks.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        CvatTracks.Frame frame = next.get();
        String place = "frame[" + frame.number() + "]";
        try {
            if (frame.problem() != null) {
                throw new BadEntry(frame.problem());
            }
            return Optional.of(new Entry.Row(place, labelled(frame)));
        } catch (BadEntry e) {
            return Optional.of(new Entry.Bad(place, frame.name(), e.reason()));
        }
    }

    private Labelled labelled(CvatTracks.Frame frame) throws BadEntry {
        Subject subject =
                Subject.of(
                        PicturePath.of(frame.name()),
                        new Subject.Said(null, null, width, height),
                        pictures);
        return subject.with(answers.of(frame.shapes(), subject.width(), subject.height()));
    }

    @Override
    public void close() throws IOException {
        try (tracks) {
            xml.close();
        }
    }
}
