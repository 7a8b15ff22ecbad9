package io.assay.formats.labelstudio;

import io.assay.events.Answer;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.Subject;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.JsonStream;
import io.assay.formats.io.Nodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one task at a time: its annotation, or where it has none, its prediction, which is never
 * more than a suggestion. Cancelled ones and drafts do not count.
 */
public final class LabelStudioReader implements RecordReader {

    private static final int MAX_NOTES = 5;

    private final JsonStream json;
    private final LabelStudioAnswers answers;
    private final Pictures pictures;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private long tasks;

    public LabelStudioReader(InputStream in, Classes classes, Pictures pictures)
            throws IOException {
        this.json = new JsonStream(in);
        this.answers = new LabelStudioAnswers(classes);
        this.pictures = pictures;
        json.intoList("tasks");
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (!waiting.isEmpty()) {
            return Optional.of(waiting.remove());
        }
        Optional<JsonNode> task = json.element();
        if (task.isEmpty()) {
            return Optional.empty();
        }
        if (LabelStudioTask.isMinimal(task.get())) {
            throw new UnusableFile(
                    "task: without data, as in the form JSON-MIN (expected: the form JSON, which"
                            + " has data and annotations)");
        }
        read("[" + tasks++ + "]", task.get());
        return Optional.of(waiting.remove());
    }

    private void read(String place, JsonNode json) {
        String externalId = null;
        try {
            LabelStudioTask task = new LabelStudioTask(json);
            Optional<String> given = Nodes.text(task.data(), "external_id");
            externalId = given.orElse(nameOrNull(task));
            LabelStudioTask.Said said = task.said();
            JsonNode results = said.results();
            Subject subject = subject(task, results, given.orElse(null));
            externalId = subject.externalId();
            List<String> notes = new ArrayList<>();
            Answer answer =
                    results == null
                            ? null
                            : answers.of(results, subject.width(), subject.height(), notes);
            Labelled labelled = subject.with(answer);
            if (said.note() != null) {
                waiting.add(new Entry.Note(place, externalId, said.isPrediction(), said.note()));
            }
            if (!notes.isEmpty()) {
                List<String> some = notes.stream().distinct().limit(MAX_NOTES).toList();
                waiting.add(new Entry.Note(place, externalId, false, String.join("; ", some)));
            }
            waiting.add(new Entry.Row(place, labelled));
        } catch (BadEntry e) {
            waiting.clear();
            waiting.add(new Entry.Bad(place, externalId, e.reason()));
        }
    }

    /** What to call a task of which something else is wrong. */
    private static @Nullable String nameOrNull(LabelStudioTask task) {
        try {
            return task.address(null).paths().getFirst();
        } catch (BadEntry e) {
            return null;
        }
    }

    private Subject subject(
            LabelStudioTask task, @Nullable JsonNode results, @Nullable String externalId)
            throws BadEntry {
        JsonNode data = task.data();
        LabelStudioAddress address = task.address(results);
        Optional<String> ours = Nodes.text(data, "file_name");
        List<String> paths = ours.map(List::of).orElse(address.paths());
        Integer width = side(data, results, "width");
        Integer height = side(data, results, "height");
        String ref = address.ref();
        if (ref == null || !ref.startsWith("picture:")) {
            Optional<PicturePath> upload = upload(paths, ref);
            if (upload.isPresent()) {
                return Subject.of(
                        upload.get(), new Subject.Said(externalId, null, width, height), pictures);
            }
        }
        String link = ref != null && ref.startsWith("s3://") ? null : ref;
        PicturePath first = PicturePath.of(paths.getFirst());
        return Subject.of(
                isLink(link) ? first : first.anywhere(),
                new Subject.Said(externalId, link, width, height),
                pictures);
    }

    /** Whether it may be where the picture lies, rather than where it once came from. */
    private boolean isLink(@Nullable String ref) {
        return ref != null && ref.startsWith("https://") && pictures.mayLieAt(ref);
    }

    /**
     * The first of the paths that leads to an upload. What may be a picture's own address on the
     * web is one only if the upload lies in the same folders.
     */
    private Optional<PicturePath> upload(List<String> paths, @Nullable String ref) throws BadEntry {
        if (ref != null && isFound(new PicturePath(List.of(ref), 0))) {
            return Optional.of(new PicturePath(List.of(ref), 0));
        }
        for (String path : paths) {
            PicturePath strict = PicturePath.of(path);
            boolean isLink = isLink(ref);
            if (isLink ? isExactly(strict) : isFound(strict)) {
                return Optional.of(strict);
            }
            if (!isLink && isFound(strict.anywhere())) {
                return Optional.of(strict.anywhere());
            }
        }
        return Optional.empty();
    }

    private boolean isExactly(PicturePath path) {
        return pictures.find(path) instanceof Pictures.Match.Found found
                && found.name().equalsIgnoreCase(path.text());
    }

    private boolean isFound(PicturePath path) {
        return pictures.find(path) instanceof Pictures.Match.Found;
    }

    /** What the results say, of which all have to say the same. */
    private static @Nullable Integer side(JsonNode data, @Nullable JsonNode results, String name)
            throws BadEntry {
        Integer side = Nodes.side(data, name);
        if (side != null || results == null) {
            return side;
        }
        for (JsonNode result : results) {
            Integer said = Nodes.side(result, "original_" + name);
            if (said != null && side != null && !Objects.equals(said, side)) {
                throw BadEntry.unexpected(
                        "original_" + name, said, side + ", as in the results before");
            }
            side = said == null ? side : said;
        }
        return side;
    }

    @Override
    public void close() {
        json.close();
    }
}
