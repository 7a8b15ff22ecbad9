package io.assay.cli.client;

import io.assay.events.Answer;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.TierRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a requester does. */
public record Projects(Session session) {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(300);

    /** What a project is created from; see {@code POST /v1/projects}. */
    public record Draft(
            String name,
            Ontology ontology,
            String guideline,
            Rates rateCard,
            OverlapRule overlap,
            double goldRate,
            TierRule tierRule,
            LeaseRule leaseRule,
            int holdDays,
            Money budget,
            List<String> partners,
            List<String> allowedHosts) {}

    /** Prices, before they have a version. */
    public record Rates(Money base, Map<Integer, Integer> tierPermille) {}

    /** An uploaded picture; {@code ref} is what an import row names. */
    public record Picture(String ref, String contentType, int width, int height, long bytes) {}

    /**
     * One row of an import.
     *
     * @param gold the known answer, for a picture that measures workers
     * @param preLabel what workers are shown to correct or to judge
     * @param workers ids of those who may take it; null for everybody
     */
    public record Row(
            String externalId,
            String picture,
            double complexity,
            int priority,
            @Nullable Answer gold,
            @Nullable Answer preLabel,
            @Nullable List<String> workers) {}

    /** How far an import is. */
    public record Job(
            String id, String status, long rows, long created, long duplicates, long rejected) {

        boolean isOver() {
            return !status.equals("running");
        }
    }

    /** One task as the export returns it: exactly one line per task. */
    public record Exported(
            String taskId,
            String externalId,
            String status,
            @Nullable Answer answer,
            @Nullable Double confidence,
            @Nullable Integer labels) {}

    public String create(Draft draft) {
        return session.post("/v1/projects", draft, JsonNode.class).required("id").asString();
    }

    public void publish(String projectId) {
        command(projectId, "publish");
    }

    public void command(String projectId, String command) {
        String path = path(projectId);
        session.change(path, Call.post(path + "/" + command));
    }

    public Picture upload(String contentType, byte[] picture) {
        return session.send(Call.post("/v1/pictures").body(contentType, picture)).as(Picture.class);
    }

    /** Sends the rows and waits until all of them are judged. */
    public Job importAll(String projectId, List<Row> rows, Duration timeout)
            throws TimeoutException {
        Job job = startImport(projectId, rows);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!job.isOver()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("import " + job + ": not done in " + timeout);
            }
            Pause.of(POLL_INTERVAL);
            job = session.get(path(projectId) + "/imports/" + job.id(), Job.class);
        }
        return job;
    }

    public Job startImport(String projectId, List<Row> rows) {
        String lines = rows.stream().map(Projects::line).collect(Collectors.joining("\n"));
        return session.send(
                        Call.post(path(projectId) + "/imports")
                                .body(
                                        "application/x-ndjson",
                                        lines.getBytes(StandardCharsets.UTF_8)))
                .as(Job.class);
    }

    public JsonNode progress(String projectId) {
        return session.get(path(projectId) + "/progress", JsonNode.class);
    }

    public List<Exported> export(String projectId) {
        Call call = Call.get(path(projectId) + "/results").header("Accept", "application/x-ndjson");
        return session.send(call)
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, Exported.class))
                .toList();
    }

    /** The ids of all tasks of a project, by what their requester calls them. */
    public Map<String, String> taskIds(String projectId) {
        return export(projectId).stream()
                .collect(Collectors.toMap(Exported::externalId, Exported::taskId));
    }

    public JsonNode budget(String projectId) {
        return session.get("/v1/budgets/" + projectId, JsonNode.class);
    }

    private static String line(Row row) {
        return Json.text(row);
    }

    private static String path(String projectId) {
        return "/v1/projects/" + projectId;
    }
}
