package io.assay.formats.io;

import io.assay.formats.data.Losses;
import io.assay.formats.data.Micro;
import java.nio.charset.StandardCharsets;

/** Puts XML together. Characters that XML does not have become U+FFFD. */
public final class XmlText {

    private final StringBuilder xml = new StringBuilder();
    private boolean open;

    /** Begins an element; attributes may follow. */
    public XmlText start(String name) {
        closeTag();
        xml.append('<').append(name);
        open = true;
        return this;
    }

    public XmlText attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        escape(value);
        xml.append('"');
        return this;
    }

    public XmlText attribute(String name, double value) {
        return attribute(name, Micro.text(value));
    }

    public XmlText text(String text) {
        closeTag();
        escape(text);
        return this;
    }

    /** As it is. */
    public XmlText line() {
        closeTag();
        xml.append('\n');
        return this;
    }

    public XmlText end(String name) {
        if (open) {
            xml.append("/>");
            open = false;
        } else {
            xml.append("</").append(name).append('>');
        }
        return this;
    }

    /** An element with a text. */
    public XmlText element(String name, String text) {
        return start(name).text(text).end(name);
    }

    public XmlText element(String name, double number) {
        return element(name, Micro.text(number));
    }

    /** Everything so far; it begins anew. */
    public byte[] take() {
        closeTag();
        byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        xml.setLength(0);
        return bytes;
    }

    private void closeTag() {
        if (open) {
            xml.append('>');
            open = false;
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(this::escape);
    }

    private void escape(int c) {
        switch (c) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '"' -> xml.append("&quot;");
            case '\n', '\r', '\t' -> xml.append("&#").append(c).append(';');
            default -> xml.appendCodePoint(Losses.isXml(c) ? c : 0xFFFD);
        }
    }
}
