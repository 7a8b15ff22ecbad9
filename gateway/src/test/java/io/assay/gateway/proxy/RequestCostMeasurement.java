package io.assay.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;

/**
 * What a request costs at the gateway, answered there or by a service that does nothing; client and
 * service run in this JVM too, so that only the ratio of two runs means anything. Run by name:
 * {@code -Dtest=RequestCostMeasurement}; {@code -Dassay.measure.jfr=FILE} records where the time
 * goes.
 */
class RequestCostMeasurement {

    private static final int CLIENTS = 16;
    private static final int EACH = Integer.getInteger("assay.measure.requests", 1_000);

    @Test
    void measures() throws Exception {
        try (TestGateway gateway =
                        TestGateway.start(
                                java.util.Map.of(
                                        "assay.gateway.limits.principal.burst", "10000000",
                                        "assay.gateway.limits.principal.per-minute", "10000000"));
                Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
            String token = gateway.api().token("worker");
            for (int i = 0; i < 3; i++) {
                run(gateway.api(), token, "warm-up", "/v1/workers/me", false);
                run(gateway.api(), token, "warm-up", "/v1/labels", true);
            }
            String file = System.getProperty("assay.measure.jfr");
            if (file != null) {
                recording.start();
            }
            run(gateway.api(), token, "answered here", "/v1/me", false);
            run(gateway.api(), token, "handed on, GET", "/v1/workers/me", false);
            run(gateway.api(), token, "handed on, POST", "/v1/labels", true);
            if (file != null) {
                recording.dump(Path.of(file));
            }
        }
    }

    private static void run(Api api, String token, String what, String path, boolean post)
            throws Exception {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        long cpu = cpu();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> asking = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                asking.add(
                        clients.submit(
                                () -> {
                                    for (int i = 0; i < EACH; i++) {
                                        long begin = System.nanoTime();
                                        int status =
                                                (post
                                                                ? api.post(path, token, "{\"a\":1}")
                                                                : api.get(path, token))
                                                        .statusCode();
                                        assertThat(status).isEqualTo(200);
                                        nanos.add(System.nanoTime() - begin);
                                    }
                                }));
            }
            for (Future<?> one : asking) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%-16s %,7.0f requests/s  p50 %.2f p99 %.2f ms  CPU %.0f us a request%n",
                what,
                sorted.length / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                (cpu() - cpu) / 1e3 / sorted.length);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
