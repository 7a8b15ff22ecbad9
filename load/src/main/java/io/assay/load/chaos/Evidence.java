package io.assay.load.chaos;

import io.assay.cli.reconcile.Books;
import io.assay.load.crowd.WorkLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is known after a chaos run, from three sides: what users received, what stands on the
 * topics, and what was done to the platform.
 *
 * @param projectId of the run; the platform may have others
 * @param events on all topics, copies and poison included
 * @param readers topics by consumer group
 * @param deadLetters by service
 * @param poison that was acknowledged by the broker
 * @param poisonTried markers of all poison, acknowledged or not
 */
record Evidence(
        String projectId,
        Books books,
        WorkLog log,
        List<LoggedEvent> events,
        Map<String, Set<String>> readers,
        Map<String, List<JsonNode>> deadLetters,
        List<Poison> poison,
        Set<String> poisonTried,
        long copies,
        int journalLooks,
        int journalUnbalanced) {

    /** The project's events of one name, copies included, poison not. */
    List<LoggedEvent> named(String name) {
        return events.stream()
                .filter(event -> event.is(name) && !isPoison(event))
                .filter(event -> event.text("projectId").equals(projectId))
                .toList();
    }

    private boolean isPoison(LoggedEvent event) {
        return poisonTried.contains(event.id()) || event.data().isMissingNode();
    }
}
