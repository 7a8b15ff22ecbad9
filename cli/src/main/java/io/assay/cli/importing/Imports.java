package io.assay.cli.importing;

import io.assay.cli.client.Call;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Imports of one project, over the API. */
public record Imports(Session session, String projectId) {

    /** How far an import is; see {@code GET /v1/projects/{id}/imports/{id}}. */
    public record Job(
            String id,
            String status,
            long rows,
            long created,
            long duplicates,
            long rejected,
            long nextOffset,
            @Nullable Long totalBytes,
            long rowsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable String reason) {

        public boolean takesRows() {
            return status.equals("open") || status.equals("running");
        }
    }

    /** A bad row. */
    record BadRow(long row, @Nullable String externalId, @Nullable String field, String reason) {}

    /**
     * Opens an import, or finds the one that was opened under the same key.
     *
     * @param totalBytes null if unknown
     */
    public Job open(String key, String format, boolean dryRun, @Nullable Long totalBytes) {
        Map<String, Object> terms = new HashMap<>(Map.of("format", format, "dryRun", dryRun));
        if (totalBytes != null) {
            terms.put("totalBytes", totalBytes);
        }
        return session.send(Call.post(path("")).json(terms).header("Idempotency-Key", key))
                .as(Job.class);
    }

    public Job get(String jobId) {
        return session.get(path("/" + jobId), Job.class);
    }

    /**
     * Sends the rest of a file, in one try.
     *
     * @param encoding its Content-Encoding
     * @throws IOException if no answer came
     */
    Reply sendRest(String jobId, long offset, @Nullable String encoding, InputStream rest)
            throws IOException {
        Call call =
                Call.put(path("/" + jobId + "/rows?last=true&offset=" + offset))
                        .header("Content-Type", "application/octet-stream");
        return session.upload(
                encoding == null ? call : call.header("Content-Encoding", encoding), rest);
    }

    /**
     * Sends a whole file of annotations, in one try.
     *
     * @param as gold or prelabel
     * @param pictures what comes before its file names
     * @throws IOException if no answer came
     */
    Reply sendWhole(
            String key, String format, String as, String pictures, boolean dryRun, InputStream file)
            throws IOException {
        String query =
                "?format=%s&as=%s&dryRun=%s&pictures=%s"
                        .formatted(format, as, dryRun, Call.encode(pictures));
        Call call =
                Call.post(path(query))
                        .header("Content-Type", "application/octet-stream")
                        .header("Idempotency-Key", key);
        return session.upload(call, file);
    }

    /**
     * @throws io.assay.cli.client.ProblemException always
     */
    void refused(String jobId, Reply reply) {
        reply.orThrow(Call.put(path("/" + jobId + "/rows")));
    }

    List<BadRow> firstErrors(String jobId, int most) {
        JsonNode page = session.get(path("/" + jobId + "/errors?limit=" + most), JsonNode.class);
        return page.path("items").valueStream().map(Imports::badRow).toList();
    }

    private static BadRow badRow(JsonNode node) {
        return new BadRow(
                node.path("row").asLong(),
                node.path("externalId").asString(null),
                node.path("field").asString(null),
                node.path("reason").asString(""));
    }

    /** Writes all bad rows as CSV. */
    void writeErrors(String jobId, Path file) throws IOException {
        Call call = Call.get(path("/" + jobId + "/errors")).header("Accept", "text/csv");
        try (InputStream report = session.download(call)) {
            Files.copy(report, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String path(String below) {
        return "/v1/projects/" + projectId + "/imports" + below;
    }
}
