package io.assay.task.importing;

import io.assay.events.Answer;
import io.assay.events.AnswerRules;
import io.assay.events.Clipping;
import io.assay.events.Media;
import io.assay.events.Ontology;
import io.assay.events.TaskCreated;
import io.assay.events.Tool;
import io.assay.task.picture.Picture;
import io.assay.task.project.ProjectSpec;
import io.assay.task.task.TaskContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a row must be to make a task of the project. */
final class RowRules {

    private static final int MAX_ID = 256;
    private static final int MAX_WORKER_ID = 128;
    private static final int MAX_SIDE = 100_000;

    private RowRules() {}

    static String externalId(ImportRow row) throws BadRow {
        String id = row.externalId();
        if (id == null || id.isBlank() || id.length() > MAX_ID || !isPrintable(id)) {
            throw BadRow.unexpected(
                    "externalId", id, "1 to " + MAX_ID + " characters, none of control");
        }
        return id;
    }

    /**
     * @param uploads those of the caller that rows refer to, by reference
     */
    static TaskContent content(ImportRow row, ProjectSpec project, Map<String, Picture> uploads)
            throws BadRow {
        Media media = media(row, project, uploads);
        return new TaskContent(
                media,
                complexity(row),
                within("priority", row.priority(), 0, 0, 9),
                minTier(row, project),
                answer("gold", row.gold(), project.ontology(), media),
                training(row),
                preLabel(row, project.ontology(), media),
                workers(row));
    }

    private static Media media(ImportRow row, ProjectSpec project, Map<String, Picture> uploads)
            throws BadRow {
        if ((row.picture() == null) == (row.url() == null)) {
            throw new BadRow("picture", "picture, url: expected exactly one of them");
        }
        return row.url() == null
                ? uploaded(row, uploads)
                : linked(row, PictureUrls.checked(row.url(), project.allowedHosts()), project);
    }

    private static Media uploaded(ImportRow row, Map<String, Picture> uploads) throws BadRow {
        Picture picture = uploads.get(Objects.requireNonNullElse(row.picture(), ""));
        if (picture == null) {
            throw BadRow.unexpected(
                    "picture",
                    row.picture(),
                    "picture:SHA256, name or s3:// address of a picture that you brought");
        }
        same("width", row.width(), picture.width());
        same("height", row.height(), picture.height());
        return picture.media();
    }

    private static Media linked(ImportRow row, String url, ProjectSpec project) throws BadRow {
        Integer width = side("width", row.width(), project);
        Integer height = side("height", row.height(), project);
        return new Media("image", url, null, width, height);
    }

    /** Shapes can be held to the picture's edge only if that is known. */
    private static @Nullable Integer side(
            String field, @Nullable Integer pixels, ProjectSpec project) throws BadRow {
        if (pixels == null && !project.ontology().ofPreLabels().tool().hasPlaces()) {
            return null;
        }
        if (pixels == null || pixels < 1 || pixels > MAX_SIDE) {
            throw BadRow.unexpected(field, pixels, "1 to " + MAX_SIDE);
        }
        return pixels;
    }

    private static void same(String field, @Nullable Integer said, int found) throws BadRow {
        if (said != null && said != found) {
            throw BadRow.unexpected(field, said, found + ", as uploaded");
        }
    }

    private static int complexity(ImportRow row) throws BadRow {
        double complexity = Objects.requireNonNullElse(row.complexity(), 1.0);
        if (!(complexity >= 0.1 && complexity <= 100)) {
            throw BadRow.unexpected("complexity", complexity, "0.1 to 100");
        }
        return (int) Math.round(complexity * 1_000);
    }

    private static @Nullable Integer minTier(ImportRow row, ProjectSpec project) throws BadRow {
        int projects = project.tierRule().minTier();
        int tier = within("minTier", row.minTier(), projects, 1, 5);
        return tier > projects ? tier : null;
    }

    private static int within(
            String field, @Nullable Integer value, int otherwise, int least, int most)
            throws BadRow {
        int given = value == null ? otherwise : value;
        if (given < least || given > most) {
            throw BadRow.unexpected(field, given, least + " to " + most);
        }
        return given;
    }

    /** Gold to verify has one, too: else a worker could distinguish it from the rest. */
    private static @Nullable Answer preLabel(ImportRow row, Ontology ontology, Media media)
            throws BadRow {
        if (row.preLabel() == null && ontology.tool() == Tool.VERIFICATION) {
            throw BadRow.unexpected("preLabel", null, "the label to verify");
        }
        return answer("preLabel", row.preLabel(), ontology.ofPreLabels(), media);
    }

    private static @Nullable Answer answer(
            String field, @Nullable Answer given, Ontology ontology, Media media) throws BadRow {
        if (given == null) {
            return null;
        }
        Answer answer = Clipping.clipped(given, media.width(), media.height());
        List<String> problems =
                AnswerRules.problems(answer, ontology, media.width(), media.height());
        if (!problems.isEmpty()) {
            throw new BadRow(field, String.join("; ", problems));
        }
        return answer;
    }

    private static List<String> workers(ImportRow row) throws BadRow {
        List<@Nullable String> workers = Objects.requireNonNullElse(row.workers(), List.of());
        if (workers.size() > TaskCreated.MAX_ALLOWED_WORKERS) {
            throw BadRow.unexpected(
                    "workers", workers.size(), "at most " + TaskCreated.MAX_ALLOWED_WORKERS);
        }
        List<String> named = new ArrayList<>();
        for (String worker : workers) {
            if (worker == null || worker.isBlank() || worker.length() > MAX_WORKER_ID) {
                throw BadRow.unexpected(
                        "workers", worker, "ids of 1 to " + MAX_WORKER_ID + " characters");
            }
            named.add(worker);
        }
        return named.stream().distinct().sorted().toList();
    }

    private static boolean training(ImportRow row) throws BadRow {
        boolean training = Boolean.TRUE.equals(row.training());
        if (training && row.gold() == null) {
            throw BadRow.unexpected("training", true, "only with gold");
        }
        return training;
    }

    /** No control characters, and no half of a surrogate pair, which no store could keep. */
    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }
}
