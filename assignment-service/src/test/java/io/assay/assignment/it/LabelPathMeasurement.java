package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.events.Event;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskKind;
import io.assay.messaging.Engines;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a lease and a label cost, in time and in operations of the store: all engines in this JVM,
 * so that only the ratio of two runs means anything. Run by name: {@code
 * -Dtest=LabelPathMeasurement}; {@code -Dassay.measure.jfr=FILE} records where the time goes.
 */
class LabelPathMeasurement {

    private static final int TASKS = Integer.getInteger("assay.measure.tasks", 24_000);
    private static final int WORKERS = 16;
    private static final int BATCH = 10;

    @Test
    void measures() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(3));
        try (Engines engines = Engines.start();
                Instance instance = Instance.start(engines, "measured")) {
            prepare(instance);
            run(instance, "warm-up", TASKS / 4 / WORKERS / BATCH, false);
            try (Recording recording = recording()) {
                run(instance, "one by one", TASKS / 4 / WORKERS / BATCH, false);
                run(instance, "batched", TASKS / 4 / WORKERS / BATCH, true);
                dump(recording);
            }
        }
    }

    private static void prepare(Instance instance) {
        instance.publish(
                Fixtures.withBudget(
                        Fixtures.project(
                                "p", ProjectStatus.PUBLISHED, 1, new LeaseRule(BATCH, 3_600), 1, 0),
                        1_000_000_000));
        for (int from = 0; from < TASKS; from += 1_000) {
            List<Event> events = new ArrayList<>();
            for (int i = from; i < from + 1_000; i++) {
                events.add(Fixtures.task("t" + i, "p", TaskKind.WORK));
            }
            instance.publish(events.toArray(Event[]::new));
        }
        await().until(() -> instance.bean(Dispatch.class).open() == TASKS);
        for (int w = 0; w < WORKERS; w++) {
            instance.apply("w" + w);
        }
    }

    /** Each worker leases so many batches and answers them, as fast as it goes. */
    private static void run(Instance instance, String what, int batches, boolean batched)
            throws Exception {
        Map<String, Long> before = operations(instance);
        ConcurrentLinkedQueue<Long> leases = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> submits = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (int w = 0; w < WORKERS; w++) {
                String worker = "w" + w;
                working.add(
                        workers.submit(
                                () -> {
                                    for (int i = 0; i < batches; i++) {
                                        work(instance, worker, batched, leases, submits);
                                    }
                                }));
            }
            for (Future<?> one : working) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        await().until(() -> counted(instance, "assay.outbox.pending") == 0);
        double relayed = (System.nanoTime() - start) / 1e9;
        long labels = (long) WORKERS * batches * BATCH;
        Map<String, Long> after = operations(instance);
        System.out.printf(
                "%-10s %,7.0f labels/s (%,.0f relayed)  lease p50 %.1f p99 %.1f ms"
                        + "  submit p50 %.1f p99 %.1f ms  operations per label %s%n",
                what,
                labels / seconds,
                labels / relayed,
                millis(leases, 0.5),
                millis(leases, 0.99),
                millis(submits, 0.5),
                millis(submits, 0.99),
                after.entrySet().stream()
                        .map(
                                e ->
                                        "%s %.3f"
                                                .formatted(
                                                        e.getKey(),
                                                        (e.getValue()
                                                                        - before.getOrDefault(
                                                                                e.getKey(), 0L))
                                                                / (double) labels))
                        .filter(text -> !text.endsWith(" 0.000"))
                        .collect(Collectors.joining(", ")));
    }

    private static void work(
            Instance instance,
            String worker,
            boolean batched,
            ConcurrentLinkedQueue<Long> leases,
            ConcurrentLinkedQueue<Long> submits) {
        long start = System.nanoTime();
        List<String> ids =
                instance.lease(worker, "p").assignments().stream()
                        .map((JsonNode a) -> a.get("assignmentId").asString())
                        .toList();
        leases.add(System.nanoTime() - start);
        assertThat(ids).hasSize(BATCH);
        if (batched) {
            long submit = System.nanoTime();
            assertThat(instance.post(worker, "/v1/labels", body(ids)).status()).isEqualTo(200);
            submits.add(System.nanoTime() - submit);
        } else {
            for (String id : ids) {
                long submit = System.nanoTime();
                assertThat(instance.label(worker, id, "cat").status()).isEqualTo(200);
                submits.add(System.nanoTime() - submit);
            }
        }
    }

    private static String body(List<String> ids) {
        return ids.stream()
                .map(
                        id ->
                                "{\"assignmentId\":\""
                                        + id
                                        + "\",\"answer\":{\"tool\":\"category\",\"classId\":\"cat\"}}")
                .collect(Collectors.joining(",", "{\"labels\":[", "]}"));
    }

    /** Commands to the store so far, by command and collection. */
    private static Map<String, Long> operations(Instance instance) {
        Map<String, Long> operations = new TreeMap<>();
        for (Timer timer :
                instance.bean(MeterRegistry.class).find("mongodb.driver.commands").timers()) {
            String name =
                    timer.getId().getTag("collection") + "." + timer.getId().getTag("command");
            operations.merge(name, timer.count(), Long::sum);
        }
        return operations;
    }

    private static double counted(Instance instance, String gauge) {
        return instance.bean(MeterRegistry.class).get(gauge).gauge().value();
    }

    private static double millis(ConcurrentLinkedQueue<Long> nanos, double quantile) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (quantile * (sorted.length - 1))] / 1e6;
    }

    private static Recording recording() throws Exception {
        Recording recording = new Recording(Configuration.getConfiguration("profile"));
        if (System.getProperty("assay.measure.jfr") != null) {
            recording.start();
        }
        return recording;
    }

    private static void dump(Recording recording) throws Exception {
        String file = System.getProperty("assay.measure.jfr");
        if (file != null) {
            recording.dump(Path.of(file));
        }
    }
}
