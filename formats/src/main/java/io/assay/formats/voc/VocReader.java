package io.assay.formats.voc;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.LabelClass;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Micro;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.data.VocAttributes;
import io.assay.formats.io.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the XML of one picture. One that cannot be read spoils none of the others. */
public final class VocReader implements RecordReader {

    /** The attribute that holds x, y, width and height of a box of our own writing. */
    static final String EXACT = "exact";

    /** The attribute of what is written only because others want it. */
    static final String UNSAID = "unsaid";

    private static final String UNSPECIFIED = "Unspecified";

    private final String name;
    private final InputStream in;
    private final Classes classes;
    private boolean done;

    /**
     * @param name of the file, empty if it has none
     */
    public VocReader(String name, InputStream in, Classes classes) {
        this.name = name;
        this.in = in;
        this.classes = classes;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        done = true;
        String place = name.isEmpty() ? "file" : name;
        try (Xml xml = new Xml(in)) {
            xml.intoRoot("annotation");
            return Optional.of(new Entry.Row(place, labelled(xml.current())));
        } catch (UnusableFile e) {
            return Optional.of(new Entry.Bad(place, null, String.valueOf(e.getMessage())));
        } catch (BadEntry e) {
            return Optional.of(new Entry.Bad(place, null, e.reason()));
        }
    }

    private Labelled labelled(Xml.Element annotation) throws BadEntry {
        String file =
                annotation
                        .childText("filename")
                        .map(FileNames::withoutFolder)
                        .orElseGet(() -> FileNames.stem(FileNames.withoutFolder(name)));
        if (file.isEmpty()) {
            throw new BadEntry("filename: missing (expected: the picture's)");
        }
        Optional<Xml.Element> size = annotation.child("size");
        List<Box> boxes = new ArrayList<>();
        for (Xml.Element child : annotation.children()) {
            if (child.name().equals("object")) {
                boxes.add(box(child, "object[" + boxes.size() + "]"));
            }
        }
        return new Labelled(
                annotation.child("external_id").map(Xml.Element::text).orElse(file),
                file,
                FileNames.refOrNull(annotation.childText("path").orElse(null)),
                side(size, "width"),
                side(size, "height"),
                new Answer.Boxes(boxes),
                null);
    }

    /** Some tools write 0 for what they do not know. */
    private static @Nullable Integer side(Optional<Xml.Element> size, String name) throws BadEntry {
        String text = size.flatMap(element -> element.childText(name)).orElse("0");
        return text.equals("0") ? null : Integer.valueOf(Micro.side(name, text));
    }

    private Box box(Xml.Element object, String place) throws BadEntry {
        try {
            LabelClass known = classes.named(object.childText("name").orElse(""));
            Xml.Element edges =
                    object.child("bndbox")
                            .orElseThrow(() -> new BadEntry("bndbox: missing (expected: one)"));
            if (edges.attribute(EXACT) != null) {
                return exact(edges.required(EXACT), known, attributes(object, known));
            }
            double left = edge(edges, "xmin");
            double top = edge(edges, "ymin");
            return new Box(
                    known.id(),
                    Micro.round(left),
                    Micro.round(top),
                    Micro.round(edge(edges, "xmax") - left),
                    Micro.round(edge(edges, "ymax") - top),
                    null,
                    attributes(object, known));
        } catch (BadEntry e) {
            throw e.at(place);
        }
    }

    /** A box of our own writing, of which the elements tell only whole pixels. */
    private static Box exact(String numbers, LabelClass known, Map<String, String> attributes)
            throws BadEntry {
        String[] each = numbers.split(" ", -1);
        if (each.length != 4) {
            throw BadEntry.unexpected(EXACT, numbers, "x, y, width and height");
        }
        return new Box(
                known.id(),
                Micro.parse(EXACT, each[0]),
                Micro.parse(EXACT, each[1]),
                Micro.parse(EXACT, each[2]),
                Micro.parse(EXACT, each[3]),
                null,
                attributes);
    }

    private static double edge(Xml.Element edges, String name) throws BadEntry {
        return Micro.parse(name, edges.childText(name).orElse(null));
    }

    private static Map<String, String> attributes(Xml.Element object, LabelClass known)
            throws BadEntry {
        Map<String, String> values = new TreeMap<>();
        for (Xml.Element child : object.children()) {
            String text = child.text();
            boolean isSaid = !text.equals(UNSPECIFIED) && child.attribute(UNSAID) == null;
            if (VocAttributes.has(known, child.name()) && isSaid) {
                boolean isFlag = VocAttributes.FLAGS.contains(child.name());
                values.put(child.name(), isFlag ? flag(child.name(), text.strip()) : text);
            }
        }
        return values;
    }

    private static String flag(String name, String text) throws BadEntry {
        return switch (text) {
            case "0", "false", "False" -> "false";
            case "1", "true", "True" -> "true";
            default -> throw BadEntry.unexpected(name, text, "0 or 1");
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
