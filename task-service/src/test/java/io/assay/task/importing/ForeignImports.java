package io.assay.task.importing;

import io.assay.task.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/** Imports files of other tools as a requester does. */
final class ForeignImports {

    /**
     * What came of an import.
     *
     * @param answers pre-labels or gold by external id, missing where there is none
     * @param reasons of rows that were refused, by external id or else number
     */
    record Outcome(
            Api.Answer job,
            Map<String, JsonNode> answers,
            Map<String, JsonNode> media,
            Map<String, String> reasons,
            List<String> notes) {

        int created() {
            return job.json().path("created").asInt(-1);
        }

        /** Classes and edges of boxes, as {@code dog 16 12 32 24}. */
        List<String> boxes(String externalId) {
            List<String> boxes = new ArrayList<>();
            for (JsonNode box : answers.get(externalId).path("boxes")) {
                boxes.add(
                        "%s %s %s %s %s"
                                .formatted(
                                        box.path("classId").asString(""),
                                        rounded(box.path("x")),
                                        rounded(box.path("y")),
                                        rounded(box.path("width")),
                                        rounded(box.path("height"))));
            }
            return boxes;
        }

        private static long rounded(JsonNode number) {
            return Math.round(number.asDouble());
        }

        @Override
        public String toString() {
            return "%s created=%d rejected=%s reasons=%s notes=%s"
                    .formatted(
                            job.json().path("status").asString(job.text()),
                            created(),
                            job.json().path("rejected"),
                            reasons,
                            notes);
        }
    }

    private final Api api;
    private final String owner;

    ForeignImports(Api api, String owner) {
        this.api = api;
        this.owner = owner;
    }

    void upload(String folder, byte[] zip) {
        api.send(
                "POST",
                "/v1/pictures/uploads?folder=" + folder,
                owner,
                zip,
                "Content-Type",
                "application/zip");
    }

    /** Into a project of its own. */
    Outcome run(String project, String query, byte[] file) {
        String id = api.publishedOf(owner, project);
        String type = file.length > 1 && file[0] == 'P' ? "application/zip" : "application/json";
        Api.Answer job =
                api.send(
                        "POST",
                        "/v1/projects/" + id + "/imports?" + query,
                        owner,
                        file,
                        "Content-Type",
                        type);
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        Map<String, JsonNode> media = new LinkedHashMap<>();
        for (JsonNode task :
                api.get("/v1/projects/" + id + "/tasks?limit=200", owner).json().path("items")) {
            String externalId = task.path("externalId").asString("");
            JsonNode gold = task.path("gold");
            answers.put(externalId, gold.isObject() ? gold : task.path("preLabel"));
            media.put(externalId, task.path("media"));
        }
        String location = job.header("Location");
        Map<String, String> reasons = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        if (!location.isEmpty()) {
            for (JsonNode error :
                    api.get(location + "/errors?limit=200", owner).json().path("items")) {
                String key = error.path("externalId").asString(error.path("row").toString());
                reasons.put(key, error.path("reason").asString(""));
            }
            for (JsonNode note :
                    api.get(location + "/notes?limit=200", owner).json().path("items")) {
                notes.add(note.path("text").asString(""));
            }
        }
        return new Outcome(job, answers, media, reasons, notes);
    }

    /** A ZIP of names and contents in turn. */
    static byte[] zip(Object... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) files[i]));
                zip.write(
                        files[i + 1] instanceof byte[] content
                                ? content
                                : ((String) files[i + 1])
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A project of this tool and these classes. */
    static String project(String tool, String... classes) {
        String named =
                List.of(classes).stream()
                        .map(c -> "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(c, c))
                        .collect(Collectors.joining(","));
        return """
               {"name":"case","guideline":"Label what you see.",
               "ontology":{"tool":"%s","classes":[%s]},
               "rateCard":{"base":{"minor":100,"currency":"INR"}},
               "budget":{"minor":1000000,"currency":"INR"},
               "overlap":{"min":1,"max":1,"target":0.9}}\
               """
                .formatted(tool, named);
    }
}
