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
import org.jspecify.annotations.Nullable;

/** Reads one picture's element at a time. */
public final class CvatReader implements RecordReader {

    private final Xml xml;
    private final CvatAnswers answers;
    private final Pictures pictures;
    private long images;

    public CvatReader(InputStream in, Classes classes, Pictures pictures) throws IOException {
        xml = new Xml(in);
        answers = new CvatAnswers(classes);
        this.pictures = pictures;
        xml.intoRoot("annotations");
    }

    @Override
    public Optional<Entry> next() throws IOException {
        Optional<Xml.Element> image = xml.next("image");
        if (image.isEmpty()) {
            return Optional.empty();
        }
        String place = "image[" + images++ + "]";
        String externalId = null;
        try {
            String name = image.get().required("name");
            externalId = image.get().attributes().getOrDefault("external_id", name);
            return Optional.of(new Entry.Row(place, labelled(image.get(), name, externalId)));
        } catch (BadEntry e) {
            return Optional.of(new Entry.Bad(place, externalId, e.reason()));
        }
    }

    private Labelled labelled(Xml.Element image, String name, String externalId) throws BadEntry {
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

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
