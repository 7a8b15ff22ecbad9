package io.assay.load.chaos;

import io.assay.cli.client.Await;
import io.assay.cli.people.Staff;
import io.assay.cli.reconcile.Books;
import io.assay.load.crowd.WorkLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** Collects the evidence, once everything is at rest. */
record EvidenceCollector(
        Staff staff, EventLog eventLog, FaultInjector injector, JournalWatch watch) {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final List<String> SERVICES =
            List.of("task-service", "assignment-service", "review-service", "payment-service");

    Evidence evidence(String projectId, Books books, WorkLog log)
            throws TimeoutException, InterruptedException {
        Map<String, Set<String>> readers = eventLog.readers();
        Await.await(TIMEOUT, () -> missingDeadLetters(readers));
        return new Evidence(
                projectId,
                books,
                log,
                eventLog.everything(),
                readers,
                deadLetters(),
                injector.poison(),
                injector.tried(),
                injector.copies(),
                watch.looks(),
                watch.unbalanced());
    }

    private Optional<String> missingDeadLetters(Map<String, Set<String>> readers) {
        Map<String, List<JsonNode>> found = deadLetters();
        for (String service : SERVICES) {
            Set<String> topics = readers.getOrDefault(service, Set.of());
            long expected =
                    injector.poison().stream()
                            .filter(poison -> poison.kind().isDeadLetter())
                            .filter(poison -> topics.contains(poison.topic().topicName()))
                            .count();
            long there = found.getOrDefault(service, List.of()).size();
            if (there < expected) {
                return Optional.of("%s: %d of %d dead letters".formatted(service, there, expected));
            }
        }
        return Optional.empty();
    }

    private Map<String, List<JsonNode>> deadLetters() {
        Map<String, List<JsonNode>> letters = new LinkedHashMap<>();
        for (String service : SERVICES) {
            String path = "/v1/ops/" + service + "/dead-letters";
            letters.put(service, staff.ops().all(path, JsonNode.class));
        }
        return letters;
    }
}
