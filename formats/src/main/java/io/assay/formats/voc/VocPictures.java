package io.assay.formats.voc;

import io.assay.events.Answer;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Micro;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.Subject;
import io.assay.formats.io.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes entries of files of Pascal VOC. */
final class VocPictures {

    private final VocObjects objects;
    private final Pictures pictures;

    VocPictures(Classes classes, Pictures pictures) {
        this.objects = new VocObjects(classes);
        this.pictures = pictures;
    }

    static String place(String name) {
        return name.isEmpty() ? "file" : name;
    }

    /**
     * The picture's row behind the notes on it.
     *
     * @param name of the file with its folders, empty if it has none
     * @param loose how many of these folders wrap the whole archive
     */
    List<Entry> read(String name, int loose, byte[] content) throws IOException, BadEntry {
        Xml.Element annotation;
        try (Xml xml = new Xml(new ByteArrayInputStream(content))) {
            xml.intoRoot("annotation");
            annotation = xml.current();
            xml.end();
        }
        if (annotation.children().isEmpty()) {
            throw new BadEntry("annotation: empty (expected: a picture's)");
        }
        List<String> notes = new ArrayList<>();
        Subject subject = subject(annotation, VocReader.ownName(name), loose, notes);
        List<Entry> entries = new ArrayList<>();
        try {
            Answer answer = new Answer.Boxes(objects.boxes(annotation, notes));
            for (String note : notes) {
                entries.add(new Entry.Note(place(name), subject.externalId(), false, note));
            }
            entries.add(new Entry.Row(place(name), subject.with(answer)));
        } catch (BadEntry e) {
            entries.add(new Entry.Bad(place(name), subject.externalId(), e.reason()));
        }
        return entries;
    }

    /** A file's own path says which picture it is of; what is written in it may be of a copy. */
    private Subject subject(Xml.Element annotation, String own, int loose, List<String> notes)
            throws BadEntry {
        Subject.Said said = said(annotation);
        Optional<String> given = annotation.childText("filename");
        if (own.isEmpty()) {
            String file =
                    given.orElseThrow(
                            () -> new BadEntry("filename: missing (expected: the picture's)"));
            PicturePath path = PicturePath.of(file);
            Optional<PicturePath> folder = withFolder(annotation, path.name());
            return clear(path, folder.stream().toList(), path, said);
        }
        PicturePath path = PicturePath.of(own).loose(loose);
        PicturePath filename = PicturePath.of(given.orElse(own));
        boolean agrees = filename.key().equals(path.key());
        if (!agrees && said.externalId() == null) {
            notes.add(
                    "filename: %s (taken: %s, as the file is called)".formatted(given.get(), own));
        }
        if (said.externalId() != null) {
            return clear(path, List.of(), filename, said); // an export of ours
        }
        PicturePath named = path.named(agrees ? filename.name() : withEnding(path, filename));
        List<PicturePath> hints = new ArrayList<>();
        if (agrees) {
            hints.add(named);
            withFolder(annotation, filename.name()).ifPresent(hints::add);
        }
        return clear(path, hints, named.bare(), said);
    }

    private static String withEnding(PicturePath path, PicturePath filename) {
        String other = filename.name();
        return FileNames.isPicture(path.name()) || !FileNames.isPicture(other)
                ? path.name()
                : path.name() + other.substring(other.lastIndexOf('.'));
    }

    private static Optional<PicturePath> withFolder(Xml.Element annotation, String file)
            throws BadEntry {
        Optional<String> folder = annotation.childText("folder");
        return folder.isEmpty()
                ? Optional.empty()
                : Optional.of(PicturePath.of(folder.get() + "/" + file));
    }

    /** If the path itself may mean several pictures, a hint may decide which of them. */
    private Subject clear(
            PicturePath path, List<PicturePath> hints, PicturePath elsewhere, Subject.Said said)
            throws BadEntry {
        if (said.ref() == null && pictures.find(path) instanceof Pictures.Match.Several several) {
            for (PicturePath hint : hints) {
                if (pictures.find(hint) instanceof Pictures.Match.Found found
                        && several.names().stream().anyMatch(n -> n.endsWith(found.name()))) {
                    return Subject.of(hint, hint, said, pictures);
                }
            }
        }
        return Subject.of(path, elsewhere, said, pictures);
    }

    private static Subject.Said said(Xml.Element annotation) throws BadEntry {
        Optional<Xml.Element> size = annotation.child("size");
        return new Subject.Said(
                annotation.child("external_id").map(Xml.Element::text).orElse(null),
                FileNames.refOrNull(annotation.childText("path").orElse(null)),
                side(size, "width"),
                side(size, "height"));
    }

    /** Some tools write 0 for what they do not know. */
    private static @Nullable Integer side(Optional<Xml.Element> size, String name) throws BadEntry {
        Optional<String> text = size.isEmpty() ? Optional.empty() : size.get().childText(name);
        return text.isEmpty() || Micro.parse(name, text.get()) == 0
                ? null
                : Integer.valueOf(Micro.side(name, text.get()));
    }
}
