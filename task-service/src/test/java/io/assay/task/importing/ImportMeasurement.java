package io.assay.task.importing;

import io.assay.messaging.Engines;
import io.assay.task.Api;
import io.assay.task.TaskServiceApplication;
import io.assay.web.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * No test: imports so many rows, twice, and prints how fast it was. Broker, store and service share
 * one JVM, so a profile shows them all; the second round sends the first one's rows again.
 *
 * <p>Arguments: rows (200,000 by default) and rounds (2).
 */
final class ImportMeasurement {

    private ImportMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        try (Engines engines = Engines.start();
                var context =
                        (ServletWebServerApplicationContext)
                                new SpringApplicationBuilder(
                                                TaskServiceApplication.class,
                                                TestTokens.Config.class)
                                        .properties(
                                                "server.port=0",
                                                "assay.pictures.signing-secret=for a measurement",
                                                "assay.blobs.directory="
                                                        + Files.createTempDirectory("blobs"))
                                        .initializers(
                                                c ->
                                                        org.springframework.boot.test.util
                                                                .TestPropertyValues.of(
                                                                        engines.properties())
                                                                .applyTo(c))
                                        .run()) {
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            Api api = new Api(context.getWebServer().getPort());
            String owner = Api.requester("measurer");
            String warm = api.published(owner, "category");
            api.imports(warm, owner, body(20_000));
            for (int round = 0; round < rounds; round++) {
                String project = api.published(owner, "category");
                measure(api, owner, project, rows, meters, "new");
                measure(api, owner, project, rows, meters, "sent again");
            }
        }
    }

    private static void measure(
            Api api, String owner, String project, int rows, MeterRegistry meters, String what)
            throws InterruptedException {
        byte[] body = body(rows);
        double before = published(meters);
        long cpu = cpu();
        long start = System.nanoTime();
        Api.Answer job =
                api.imports(project, owner, body, "Idempotency-Key", UUID.randomUUID().toString());
        double told = (System.nanoTime() - start) / 1e9;
        double expected = before + job.json().get("created").asInt();
        while (published(meters) < expected) {
            Thread.sleep(10);
        }
        double out = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10s %,d rows: told after %.1f s (%,.0f rows/s), published after %.1f s; %.1f us"
                        + " of processor a row%n",
                what,
                rows,
                told,
                rows / told,
                out,
                (cpu() - cpu) / 1e3 / rows);
    }

    private static double published(MeterRegistry meters) {
        return meters.counter("assay.outbox.published").count();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static byte[] body(int rows) {
        StringBuilder body = new StringBuilder(rows * 140);
        for (int i = 0; i < rows; i++) {
            body.append(
                    "{\"externalId\":\"picture-%08d\",\"url\":\"https://pictures.example.org/batch-7/picture-%08d.jpg\",\"width\":1024,\"height\":768}\n"
                            .formatted(i, i));
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
