package io.assay.formats.voc;

import io.assay.events.Box;
import io.assay.events.LabelClass;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Micro;
import io.assay.formats.data.VocAttributes;
import io.assay.formats.io.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes boxes of the objects of a picture. */
final class VocObjects {

    /** The attribute that holds x, y, width and height of a box of our own writing. */
    static final String EXACT = "exact";

    /** The attribute of what is written only because others want it. */
    static final String UNSAID = "unsaid";

    private static final String UNSPECIFIED = "Unspecified";
    private static final int MAX_SHOWN = 5;

    private final Classes classes;

    VocObjects(Classes classes) {
        this.classes = classes;
    }

    /**
     * @param notes takes notes
     */
    List<Box> boxes(Xml.Element annotation, List<String> notes) throws BadEntry {
        List<Box> boxes = new ArrayList<>();
        List<Xml.Element> objects = annotation.children("object");
        for (int i = 0; i < objects.size(); i++) {
            try {
                add(objects.get(i), "object[" + i + "]", boxes, notes);
            } catch (BadEntry e) {
                throw e.at("object[" + i + "]");
            }
        }
        for (Xml.Element child : annotation.children()) {
            if (!child.name().equals("object") && holdsAnObject(child)) {
                throw BadEntry.unexpected(
                        "object", "within <" + child.name() + ">", "directly under <annotation>");
            }
        }
        return boxes;
    }

    /** Else a file of another make would say that nothing is on its picture. */
    private static boolean holdsAnObject(Xml.Element element) {
        return element.name().equalsIgnoreCase("object")
                || element.name().equalsIgnoreCase("bndbox")
                || element.children().stream().anyMatch(VocObjects::holdsAnObject);
    }

    /** Some tools write all boxes of a class into one object. */
    private void add(Xml.Element object, String place, List<Box> boxes, List<String> notes)
            throws BadEntry {
        LabelClass known = classes.named(object.childText("name").orElse(""));
        List<Xml.Element> all = object.children("bndbox");
        if (all.isEmpty()) {
            throw missing(object);
        }
        if (all.size() > 1) {
            notes.add(place + " bndbox: " + all.size() + " (taken: each as a box of its own)");
        }
        Map<String, String> attributes = attributes(object, known);
        for (Xml.Element edges : all) {
            boxes.add(box(known, edges, attributes, place, notes));
        }
        addParts(object, place, boxes, notes);
    }

    private static BadEntry missing(Xml.Element object) {
        boolean other =
                object.children().stream()
                        .anyMatch(c -> c.name().equals("robndbox") || c.name().equals("polygon"));
        return new BadEntry(
                "bndbox: missing (expected: one"
                        + (other ? ", other shapes are not read from VOC)" : ")"));
    }

    /** Of persons, in the layout challenge. They are objects if the project has such a class. */
    private void addParts(Xml.Element object, String place, List<Box> boxes, List<String> notes)
            throws BadEntry {
        List<String> passedOver = new ArrayList<>();
        List<Xml.Element> parts = object.children("part");
        for (int i = 0; i < parts.size(); i++) {
            String name = parts.get(i).childText("name").orElse("");
            if (!classes.has(name)) {
                passedOver.add(name);
                continue;
            }
            try {
                LabelClass known = classes.named(name);
                for (Xml.Element edges : parts.get(i).children("bndbox")) {
                    boxes.add(box(known, edges, Map.of(), place, notes));
                }
            } catch (BadEntry e) {
                throw e.at("part[" + i + "]");
            }
        }
        if (!passedOver.isEmpty()) {
            int shown = Math.min(MAX_SHOWN, passedOver.size());
            notes.add(
                    "%s: %d parts passed over, as the project has no such class: %s"
                            .formatted(
                                    place,
                                    passedOver.size(),
                                    String.join(", ", passedOver.subList(0, shown))));
        }
    }

    private static Box box(
            LabelClass known,
            Xml.Element edges,
            Map<String, String> attributes,
            String place,
            List<String> notes)
            throws BadEntry {
        double left = edge(edges, "xmin");
        double top = edge(edges, "ymin");
        double right = edge(edges, "xmax");
        double bottom = edge(edges, "ymax");
        Optional<Box> exact = exact(known, edges, left, top, right, bottom, attributes);
        if (exact.isPresent()) {
            return exact.get();
        }
        if (left > right || top > bottom) {
            notes.add(place + " bndbox: least and most swapped (taken: the box between them)");
        }
        return new Box(
                known.id(),
                Micro.round(Math.min(left, right)),
                Micro.round(Math.min(top, bottom)),
                Micro.round(Math.abs(right - left)),
                Micro.round(Math.abs(bottom - top)),
                null,
                attributes);
    }

    /** A box of our own writing, unless somebody has moved its edges since. */
    private static Optional<Box> exact(
            LabelClass known,
            Xml.Element edges,
            double left,
            double top,
            double right,
            double bottom,
            Map<String, String> attributes)
            throws BadEntry {
        String numbers = edges.attribute(EXACT);
        String[] each = numbers == null ? new String[0] : numbers.split(" ", -1);
        if (each.length != 4) {
            return Optional.empty();
        }
        double x = Micro.parse(EXACT, each[0]);
        double y = Micro.parse(EXACT, each[1]);
        double width = Micro.parse(EXACT, each[2]);
        double height = Micro.parse(EXACT, each[3]);
        boolean isStill =
                isNear(left, x + 1)
                        && isNear(top, y + 1)
                        && isNear(right, x + width)
                        && isNear(bottom, y + height);
        return isStill
                ? Optional.of(new Box(known.id(), x, y, width, height, null, attributes))
                : Optional.empty();
    }

    /** Whole pixels lie at most one beside. */
    private static boolean isNear(double whole, double exact) {
        return Math.abs(whole - exact) <= 1;
    }

    private static double edge(Xml.Element edges, String name) throws BadEntry {
        return Micro.parse(name, edges.childText(name).orElse(null));
    }

    private static Map<String, String> attributes(Xml.Element object, LabelClass known)
            throws BadEntry {
        Map<String, String> values = new TreeMap<>();
        for (Xml.Element child : object.children()) {
            String text = child.text();
            if (!VocAttributes.has(known, child.name())
                    || text.equals(UNSPECIFIED)
                    || child.attribute(UNSAID) != null
                    || text.isEmpty()) {
                continue;
            }
            boolean isFlag = VocAttributes.FLAGS.contains(child.name());
            String value = isFlag ? flag(child.name(), text.strip()) : text;
            if (values.put(child.name(), value) != null) {
                throw BadEntry.unexpected(child.name(), "several", "one");
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
}
