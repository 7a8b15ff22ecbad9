package io.assay.formats.io;

import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Walks through a JSON document of which only one element of a list is in memory at a time. */
public final class JsonStream implements AutoCloseable {

    private final LimitedInput in;
    private final JsonParser parser;

    public JsonStream(InputStream in) throws IOException {
        this.in = new LimitedInput(in);
        try {
            this.parser = Json.parser(this.in);
        } catch (JacksonException e) {
            throw Json.failure(e);
        }
    }

    /** Moves into the list that the document is. */
    public void intoList(String what) throws IOException {
        expect(JsonToken.START_ARRAY, what, "a list");
    }

    /** The same; false if there is null in its place. */
    public boolean intoListOrNull(String what) throws IOException {
        JsonToken token = token();
        if (token != JsonToken.START_ARRAY && token != JsonToken.VALUE_NULL) {
            throw new UnusableFile(what + ": not a list (expected: a list)");
        }
        return token == JsonToken.START_ARRAY;
    }

    /** Moves into the object that the document is. */
    public void intoObject(String what) throws IOException {
        expect(JsonToken.START_OBJECT, what, "an object");
    }

    private void expect(JsonToken expected, String what, String name) throws IOException {
        if (token() != expected) {
            throw new UnusableFile(what + ": not " + name + " (expected: " + name + ")");
        }
    }

    /** The next member's name; nothing at the end of the object. */
    public Optional<String> member() throws IOException {
        in.elementDone();
        return token() == JsonToken.PROPERTY_NAME
                ? Optional.of(parser.currentName())
                : Optional.empty();
    }

    /** The next element of the list; nothing at its end. */
    public Optional<JsonNode> element() throws IOException {
        in.elementDone();
        JsonToken token = token();
        if (token == JsonToken.END_ARRAY || token == null) {
            return Optional.empty();
        }
        return Optional.of(current());
    }

    /** The current member's whole value. */
    public JsonNode value() throws IOException {
        token();
        return current();
    }

    private JsonNode current() throws IOException {
        try {
            JsonNode node = Json.element(parser);
            if (node == null) {
                throw new UnusableFile("JSON: ends in between (expected: a value)");
            }
            return node;
        } catch (JacksonException e) {
            throw Json.failure(e);
        }
    }

    /** Passes over the current member's value, however large. */
    public void skip() throws IOException {
        JsonToken token = token();
        int depth = 0;
        while (token != null) {
            in.elementDone();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
            token = token();
        }
    }

    /** To be called behind the document: nothing may follow. */
    public void end() throws IOException {
        if (token() != null) {
            throw new UnusableFile("JSON: something follows the end (expected: nothing)");
        }
    }

    private @org.jspecify.annotations.Nullable JsonToken token() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw Json.failure(e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
