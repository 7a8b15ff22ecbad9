package io.assay.formats.io;

import io.assay.formats.data.Entry;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads every file of one kind in what was sent, one after another. */
public final class EachFile implements RecordReader {

    /** Reads one file. */
    @FunctionalInterface
    public interface Opener {

        /**
         * @param name in the archive, empty if it was sent without one
         */
        RecordReader open(String name, InputStream content) throws IOException;
    }

    /** What an export of ours holds beside the data. */
    private static final Set<String> BESIDE = Set.of("manifest.json", "missing.ndjson");

    private final SentFiles files;
    private final String ending;
    private final Opener opener;
    private @Nullable RecordReader current;
    private String name = "";
    private boolean foundOne;
    private boolean foundAny;
    private boolean isOurs;

    /**
     * @param ending in lower case; other files of an archive are passed over
     */
    public EachFile(SentFiles files, String ending, Opener opener) {
        this.files = files;
        this.ending = ending;
        this.opener = opener;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (current != null || advance()) {
            RecordReader reader = current;
            Optional<Entry> entry = reader == null ? Optional.empty() : reader.next();
            if (entry.isPresent()) {
                foundAny = true;
                return entry.map(this::placed);
            }
            closeCurrent();
        }
        if (!foundAny && !isOurs) {
            throw new UnusableFile("file: nothing of a picture in it (expected: at least one)");
        }
        return Optional.empty();
    }

    private boolean advance() throws IOException {
        Optional<String> next = files.next();
        while (next.isPresent() && !isMeant(next.get())) {
            isOurs |= BESIDE.contains(next.get());
            foundOne |= isOurs; // an export of no picture has no data
            next = files.next();
        }
        if (next.isEmpty()) {
            if (!foundOne) {
                throw new UnusableFile("ZIP: no file *" + ending + " in it (expected: one)");
            }
            return false;
        }
        foundOne = true;
        name = next.get();
        current = opener.open(name, files.content());
        return true;
    }

    private boolean isMeant(String file) {
        return file.isEmpty()
                || (file.toLowerCase(Locale.ROOT).endsWith(ending) && !BESIDE.contains(file));
    }

    private Entry placed(Entry entry) {
        if (name.isEmpty() || entry.place().equals(name)) {
            return entry;
        }
        String place = name + " " + entry.place();
        return switch (entry) {
            case Entry.Row(_, var labelled) -> new Entry.Row(place, labelled);
            case Entry.Note(_, var externalId, var spoilsGold, var text) ->
                    new Entry.Note(place, externalId, spoilsGold, text);
            case Entry.Bad(_, var externalId, var reason) ->
                    new Entry.Bad(place, externalId, reason);
        };
    }

    private void closeCurrent() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeCurrent();
        files.close();
    }
}
