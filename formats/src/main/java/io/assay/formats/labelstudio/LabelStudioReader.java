package io.assay.formats.labelstudio;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.Subject;
import io.assay.formats.io.JsonStream;
import io.assay.formats.io.Nodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one task at a time: its annotation, or where it has none, its prediction. Cancelled ones do
 * not count.
 */
public final class LabelStudioReader implements RecordReader {

    private final JsonStream json;
    private final LabelStudioAnswers answers;
    private final Pictures pictures;
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
        Optional<JsonNode> task = json.element();
        if (task.isEmpty()) {
            return Optional.empty();
        }
        String place = "[" + tasks++ + "]";
        JsonNode data = task.get().path("data");
        String externalId = null;
        try {
            String image = Nodes.text(data, "image").or(() -> anyImage(data)).orElse("");
            String named = FileNames.withoutFolder(image.replaceFirst("\\?.*", ""));
            String file = Nodes.text(data, "file_name").orElse(named);
            externalId = Nodes.text(data, "external_id").orElse(file);
            if (file.isEmpty()) {
                throw new BadEntry("data image: missing (expected: a picture)");
            }
            return Optional.of(new Entry.Row(place, labelled(task.get(), image, file, externalId)));
        } catch (BadEntry e) {
            return Optional.of(new Entry.Bad(place, externalId, e.reason()));
        }
    }

    /** Projects may call it as they like; a task of one picture has one member. */
    private static Optional<String> anyImage(JsonNode data) {
        return data.size() == 1
                ? Optional.ofNullable(data.values().iterator().next().asString(null))
                : Optional.empty();
    }

    private Labelled labelled(JsonNode task, String image, String file, String externalId)
            throws BadEntry {
        JsonNode data = task.path("data");
        Integer width = Nodes.side(data, "width");
        Integer height = Nodes.side(data, "height");
        JsonNode results = results(task);
        if (width == null && height == null && results != null) {
            Optional<JsonNode> sized =
                    results.valueStream().filter(r -> r.has("original_width")).findFirst();
            width = sized.isEmpty() ? null : Nodes.side(sized.get(), "original_width");
            height = sized.isEmpty() ? null : Nodes.side(sized.get(), "original_height");
        }
        Subject subject =
                Subject.of(
                        PicturePath.of(file).anywhere(),
                        new Subject.Said(externalId, FileNames.refOrNull(image), width, height),
                        pictures);
        return subject.with(
                results == null ? null : answers.of(results, subject.width(), subject.height()));
    }

    /** Null if there are none. */
    private static @Nullable JsonNode results(JsonNode task) throws BadEntry {
        List<JsonNode> annotations = counting(task.path("annotations"));
        List<JsonNode> told =
                annotations.isEmpty() ? counting(task.path("predictions")) : annotations;
        if (told.size() > 1) {
            throw BadEntry.unexpected("annotations", told.size(), "1");
        }
        return told.isEmpty() ? null : told.getFirst().path("result");
    }

    private static List<JsonNode> counting(JsonNode annotations) {
        List<JsonNode> counting = new ArrayList<>();
        for (JsonNode annotation : annotations) {
            if (!annotation.path("was_cancelled").asBoolean(false)) {
                counting.add(annotation);
            }
        }
        return counting;
    }

    @Override
    public void close() {
        json.close();
    }
}
