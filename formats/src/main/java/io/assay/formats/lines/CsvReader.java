package io.assay.formats.lines;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.Tool;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Micro;
import io.assay.formats.data.Provenance;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.Csv;
import io.assay.formats.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CsvWriter} writes, and any table with {@code externalId} and a class. */
public final class CsvReader implements RecordReader {

    private final InputStream in;
    private final Csv csv;
    private final Classes classes;
    private final List<String> columns;

    public CsvReader(InputStream in, Classes classes) throws IOException {
        this.in = in;
        this.csv = new Csv(in);
        this.classes = classes;
        this.columns = csv.next().orElse(List.of()).stream().map(String::strip).toList();
        if (!columns.contains("externalId")) {
            String found = BadEntry.brief(String.join(",", columns));
            throw new UnusableFile(
                    "header: %s (expected: a column externalId, apart by commas, in UTF-8)"
                            .formatted(found.isEmpty() ? "none" : found.replace('\0', ' ')));
        }
        // rows to be imported would lose what they say
        if (columns.contains("gold") || columns.contains("preLabel")) {
            throw new UnusableFile(
                    "header: gold or preLabel (expected: answer or class, as exports have them; rows"
                            + " to import come without as=)");
        }
    }

    @Override
    public Optional<Entry> next() throws IOException {
        Optional<List<String>> cells = csv.next();
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        String place = "row " + csv.row();
        Map<String, String> row = named(cells.get());
        try {
            if (cells.get().size() > columns.size()) {
                throw BadEntry.unexpected("cells", cells.get().size(), "" + columns.size());
            }
            return Optional.of(new Entry.Row(place, labelled(row)));
        } catch (BadEntry e) {
            return Optional.of(new Entry.Bad(place, row.get("externalId"), e.reason()));
        }
    }

    private Map<String, String> named(List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(columns.get(i), cells.get(i));
            }
        }
        return row;
    }

    private Labelled labelled(Map<String, String> row) throws BadEntry {
        String externalId = row.get("externalId");
        if (externalId == null) {
            throw new BadEntry("externalId: missing (expected: a text)");
        }
        String width = row.get("width");
        String height = row.get("height");
        return new Labelled(
                externalId,
                row.getOrDefault("fileName", externalId),
                row.get("ref"),
                width == null ? null : Integer.valueOf(Micro.side("width", width)),
                height == null ? null : Integer.valueOf(Micro.side("height", height)),
                answer(row),
                provenance(row));
    }

    private @Nullable Answer answer(Map<String, String> row) throws BadEntry {
        String json = row.get("answer");
        if (json != null) {
            return Json.value(json, Answer.class);
        }
        String named = row.get("class");
        if (named == null) {
            return null;
        }
        if (classes.tool() == Tool.CATEGORY) {
            return new Answer.Category(classes.named(named).id());
        }
        if (classes.tool() != Tool.TAGS) {
            throw BadEntry.unexpected("class", named, "none, but an answer");
        }
        TreeSet<String> ids = new TreeSet<>();
        for (String one : Arrays.asList(named.split("[|]"))) {
            ids.add(classes.named(one.strip()).id());
        }
        return new Answer.Tags(ids);
    }

    private static @Nullable Provenance provenance(Map<String, String> row) throws BadEntry {
        String status = row.get("status");
        return status == null
                ? null
                : new Provenance(
                        row.get("taskId"),
                        status,
                        number(row, "confidence"),
                        whole(row, "labels"),
                        decider(row.get("decidedBy")),
                        whole(row, "guidelineVersion"),
                        whole(row, "version"),
                        instant(row.get("decidedAt")),
                        row.get("reason"));
    }

    private static @Nullable Double number(Map<String, String> row, String name) throws BadEntry {
        String text = row.get(name);
        return text == null ? null : Double.valueOf(Micro.parse(name, text));
    }

    private static @Nullable Integer whole(Map<String, String> row, String name) throws BadEntry {
        Double number = number(row, name);
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    private static @Nullable Decider decider(@Nullable String text) throws BadEntry {
        for (Decider decider : Decider.values()) {
            if (decider.name().toLowerCase(Locale.ROOT).equals(text)) {
                return decider;
            }
        }
        if (text != null) {
            throw BadEntry.unexpected("decidedBy", text, "consensus or reviewer");
        }
        return null;
    }

    private static @Nullable Instant instant(@Nullable String text) throws BadEntry {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw BadEntry.unexpected("decidedAt", text, "such as 2026-01-31T12:00:00Z");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
