package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskKind;
import io.assay.messaging.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Instances that share the engines: each serves its share, and takes over when another goes. */
class TwoInstancesIT {

    private static final int TASKS = 60;
    private static final int OVERLAP = 2;

    private Engines engines;

    @BeforeEach
    void startEngines() {
        engines = Engines.start();
    }

    @AfterEach
    void stopEngines() {
        engines.close();
    }

    @Test
    void shareTheTasksAndTakeOver() {
        List<String> given = new ArrayList<>();
        try (Instance first = Instance.start(engines, "shared")) {
            awaitOwned(first, Engines.PARTITIONS);
            try (Instance second = Instance.start(engines, "shared")) {
                await().until(() -> owned(first) > 0 && owned(second) > 0);
                publish(first);
                await().until(() -> openIn(first) + openIn(second) == TASKS);
                assertThat(openIn(first)).isPositive();
                assertThat(openIn(second)).isPositive();
                for (String worker : List.of("w0", "w1", "w2")) {
                    first.apply(worker);
                    // answered at the other one, which has to tell the owner by event
                    given.addAll(leaseAndLabel(first, second, worker));
                    given.addAll(leaseAndLabel(second, first, worker));
                }
                // held across the change of owner
                given.addAll(lease(second, "w0"));
            }
            awaitOwned(first, Engines.PARTITIONS);
            for (String worker : List.of("w0", "w1", "w2", "w3")) {
                first.apply(worker);
                drain(first, worker, given);
            }
        }

        assertThat(given).doesNotHaveDuplicates();
        TreeMap<String, Integer> perTask = new TreeMap<>();
        given.forEach(id -> perTask.merge(id.substring(0, id.lastIndexOf('.')), 1, Integer::sum));
        assertThat(perTask).hasSize(TASKS);
        assertThat(perTask.values()).containsOnly(OVERLAP);
    }

    @Test
    void rebuildsAfterARestart() {
        List<String> before = new ArrayList<>();
        try (Instance instance = Instance.start(engines, "restarted")) {
            publish(instance);
            instance.apply("w0");
            await().until(() -> openIn(instance) == TASKS);
            before.addAll(leaseAndLabel(instance, instance, "w0"));
            before.addAll(lease(instance, "w0"));
        }

        try (Instance instance = Instance.start(engines, "restarted")) {
            awaitOwned(instance, Engines.PARTITIONS);
            assertThat(openIn(instance)).isEqualTo(TASKS);
            assertThat(instance.bean(Dispatch.class).held("w0")).isEqualTo(5);
            List<String> after = new ArrayList<>(before);
            drain(instance, "w0", after);

            assertThat(after).hasSize(TASKS).doesNotHaveDuplicates();
            // what was leased before can still be answered
            assertThat(instance.label("w0", before.getLast(), "dog").status()).isEqualTo(200);
        }
    }

    private static void publish(Instance instance) {
        instance.publish(
                Fixtures.project(
                        "p", ProjectStatus.PUBLISHED, 1, new LeaseRule(5, 3_600), OVERLAP, 0));
        IntStream.range(0, TASKS)
                .forEach(i -> instance.publish(Fixtures.task("t" + i, "p", TaskKind.WORK)));
    }

    /** All there is for the worker, answering as it goes. */
    private static void drain(Instance instance, String worker, List<String> given) {
        List<String> batch;
        do {
            batch = leaseAndLabel(instance, instance, worker);
            given.addAll(batch);
        } while (!batch.isEmpty());
    }

    private static List<String> leaseAndLabel(Instance owner, Instance any, String worker) {
        List<String> ids = lease(owner, worker);
        ids.forEach(id -> assertThat(any.label(worker, id, "cat").status()).isEqualTo(200));
        return ids;
    }

    private static List<String> lease(Instance instance, String worker) {
        return instance.lease(worker, "p").assignments().stream()
                .map((JsonNode a) -> a.get("assignmentId").asString())
                .toList();
    }

    private static int openIn(Instance instance) {
        return instance.bean(Dispatch.class).ready("p", 5);
    }

    private static int owned(Instance instance) {
        return new TreeSet<>(instance.bean(Dispatch.class).owned()).size();
    }

    private static void awaitOwned(Instance instance, int partitions) {
        await().until(() -> owned(instance) == partitions);
    }
}
