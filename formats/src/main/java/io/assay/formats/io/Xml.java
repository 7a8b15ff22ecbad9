package io.assay.formats.io;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.UnusableFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML element by element. A document type is refused, so there are no entities but the five
 * of XML itself: nothing outside is read and nothing grows.
 */
public final class Xml implements AutoCloseable {

    /**
     * An element with all that is in it.
     *
     * @param text of its own, without that of its children
     */
    public record Element(
            String name, Map<String, String> attributes, List<Element> children, String text) {

        /** All children of that name. */
        public List<Element> children(String child) {
            return children.stream().filter(element -> element.name().equals(child)).toList();
        }

        /**
         * The child of that name.
         *
         * @throws BadEntry if there are several, as none is the right one for certain
         */
        public Optional<Element> child(String child) throws BadEntry {
            List<Element> all = children(child);
            if (all.size() > 1) {
                throw BadEntry.unexpected(child, all.size() + " of them", "one");
            }
            return all.stream().findFirst();
        }

        /** The stripped text of the child of that name, unless it is blank. */
        public Optional<String> childText(String child) throws BadEntry {
            return child(child).map(element -> element.text().strip()).filter(t -> !t.isEmpty());
        }

        public @Nullable String attribute(String attribute) {
            return attributes.get(attribute);
        }

        public String required(String attribute) throws BadEntry {
            String value = attributes.get(attribute);
            if (value == null) {
                throw new BadEntry(name + " " + attribute + ": missing (expected: a value)");
            }
            return value;
        }
    }

    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = factory();

    private final LimitedInput in;
    private final XMLStreamReader reader;

    public Xml(InputStream in) throws IOException {
        this.in = new LimitedInput(in);
        try {
            this.reader = FACTORY.createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLReporter((_, _, _, _) -> {}); // else it prints what it throws
        return factory;
    }

    /** Moves into the document's element. */
    public void intoRoot(String name) throws IOException {
        int event = event();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new UnusableFile("XML: empty (expected: <" + name + ">)");
            }
            event = event();
        }
        if (!reader.getLocalName().equals(name)) {
            throw new UnusableFile(
                    "XML: <"
                            + BadEntry.brief(reader.getLocalName())
                            + "> (expected: <"
                            + name
                            + ">)");
        }
    }

    /**
     * The next element of that name within the current one, whole; others are passed over. Nothing
     * at the end of the document.
     */
    public Optional<Element> next(String name) throws IOException {
        int depth = 0;
        while (true) {
            in.elementDone();
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == 0 && reader.getLocalName().equals(name)) {
                    return Optional.of(element(1));
                }
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return Optional.empty();
            }
        }
    }

    /** The start or the end of an element. */
    public record Step(String name, boolean isStart) {}

    /** Moves to the next start or end of an element, however deep; nothing at the end. */
    public Optional<Step> step() throws IOException {
        while (true) {
            in.elementDone();
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT
                    || event == XMLStreamConstants.END_ELEMENT) {
                boolean isStart = event == XMLStreamConstants.START_ELEMENT;
                return Optional.of(new Step(reader.getLocalName(), isStart));
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return Optional.empty();
            }
        }
    }

    /** Those of the element that was just begun. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = HashMap.newHashMap(reader.getAttributeCount());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** To be called behind the document's element: no other may follow. */
    public void end() throws IOException {
        while (event() != XMLStreamConstants.END_DOCUMENT) {
            in.elementDone();
        }
    }

    /** All of the current element. */
    public Element current() throws IOException {
        return element(0);
    }

    private Element element(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new UnusableFile("XML: deeper than " + DEEPEST + " elements (expected: less)");
        }
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes();
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = event(); event != XMLStreamConstants.END_ELEMENT; event = event()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return new Element(name, attributes, children, text.toString());
    }

    private int event() throws IOException {
        int event;
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            event = reader.next();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnusableFile("XML: a document type or an entity (expected: none)");
        }
        return event;
    }

    private static IOException failure(XMLStreamException e) {
        if (e.getNestedException() instanceof CharConversionException) {
            return new UnusableFile("XML: bytes that are no characters of its encoding");
        }
        if (e.getNestedException() instanceof IOException io) {
            return io;
        }
        String where =
                e.getLocation() == null
                        ? ""
                        : " (line %d, column %d)"
                                .formatted(
                                        e.getLocation().getLineNumber(),
                                        e.getLocation().getColumnNumber());
        String message = String.valueOf(e.getMessage()).replaceAll("(?s).*\\nMessage: ", "");
        return new UnusableFile("XML: " + BadEntry.brief(message) + where);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }
}
