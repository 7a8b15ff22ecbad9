package io.assay.load.bench;

import io.assay.cli.client.Json;
import io.assay.cli.client.Pause;
import io.assay.cli.client.Projects;
import io.assay.cli.people.Staff;
import io.assay.events.LabelClass;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A project to put load on. Workers name what a picture's address says, so that they agree and a
 * task takes exactly as many labels as its rule asks for at first.
 *
 * @param labelsPerTask that its rule asks for
 */
record BenchProject(Staff staff, String id, int tasks, int labelsPerTask) {

    static final int LABELS_PER_TASK = 3;

    private static final Money PRICE = new Money(150, "INR");
    private static final Money BUDGET = new Money(1_000_000_000_000L, "INR");
    private static final int LEASE_SECONDS = 3_600;
    private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(20);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    /** How long an import of how many rows took, as the requester sees it. */
    record Imported(int rows, double seconds) {}

    /**
     * Creates and publishes it, without tasks.
     *
     * @param batch most pictures of one lease
     */
    static BenchProject create(Staff staff, String name, int tasks, int labelsPerTask, int batch) {
        Projects projects = staff.projects();
        String id = projects.create(draft(staff, name, labelsPerTask, batch));
        projects.publish(id);
        return new BenchProject(staff, id, tasks, labelsPerTask);
    }

    private static Projects.Draft draft(Staff staff, String name, int labels, int batch) {
        List<LabelClass> classes =
                Rows.CLASSES.stream().map(one -> new LabelClass(one, one)).toList();
        return new Projects.Draft(
                name,
                new Ontology(Tool.CATEGORY, classes),
                "# What does the picture show?\n",
                new Projects.Rates(PRICE, Map.of()),
                // one label of someone unproven is trusted by four fifths
                new OverlapRule(labels, labels, labels == 1 ? 0.6 : 0.95),
                0,
                new TierRule("bench", 1),
                new LeaseRule(batch, LEASE_SECONDS),
                7,
                BUDGET,
                staff.partnerIds(),
                List.of(Rows.HOST));
    }

    long labels() {
        return (long) tasks * labelsPerTask;
    }

    /**
     * Sends all rows in one request and waits until all are judged.
     *
     * @throws IOException if it fails, or not every row becomes a task
     */
    Imported fill() throws IOException, InterruptedException {
        long start = System.nanoTime();
        JsonNode job = upload();
        while (job.path("status").asString("").equals("running")) {
            if (System.nanoTime() - start > IMPORT_TIMEOUT.toNanos()) {
                throw new IOException("import: not done in " + IMPORT_TIMEOUT + ": " + job);
            }
            Pause.of(POLL_INTERVAL);
            String path = path() + "/" + job.required("id").asString();
            job = staff.requester().get(path, JsonNode.class);
        }
        if (job.path("created").asLong(0) != tasks) {
            throw new IOException("import: " + job + " (expected: " + tasks + " created)");
        }
        return new Imported(tasks, (System.nanoTime() - start) / 1e9);
    }

    private JsonNode upload() throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(staff.accounts().http().base().resolve(path()))
                            .header("Authorization", "Bearer " + staff.requester().token())
                            .header("Content-Type", "application/x-ndjson")
                            .header("Idempotency-Key", "bench-" + id)
                            .timeout(IMPORT_TIMEOUT)
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Rows(tasks)))
                            .build();
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("import: " + response.statusCode() + " " + response.body());
            }
            return Json.read(response.body(), JsonNode.class);
        }
    }

    private String path() {
        return "/v1/projects/" + id + "/imports";
    }
}
