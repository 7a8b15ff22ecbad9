package io.assay.load.importproof;

import io.assay.cli.client.Call;
import io.assay.cli.client.Http;
import io.assay.cli.client.Pause;
import io.assay.local.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/** The services' own metrics. */
final class ServiceMeters {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final long MEGABYTE = 1 << 20;

    private final LocalStack stack;

    ServiceMeters(LocalStack stack) {
        this.stack = stack;
    }

    /** The sum over all of a meter's tags; 0 if the service does not answer. */
    long value(String service, String meter) {
        return value(service, meter, "");
    }

    /**
     * @param tag such as {@code area="heap"}
     */
    private long value(String service, String meter, String tag) {
        try (Http http = new Http(URI.create(stack.url(service)), Duration.ofSeconds(1))) {
            return (long)
                    http.once(Call.get("/actuator/prometheus"))
                            .text()
                            .lines()
                            .filter(line -> line.startsWith(meter + "{") && line.contains(tag))
                            .mapToDouble(
                                    line ->
                                            Double.parseDouble(
                                                    line.substring(line.lastIndexOf(' ') + 1)))
                            .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Follows a service's heap until closed. */
    Peak watch(String service) {
        return new Peak(service);
    }

    /** The most that was seen. */
    final class Peak implements AutoCloseable {

        private final AtomicLong bytes = new AtomicLong();
        private final Thread thread;

        Peak(String service) {
            thread = Thread.ofVirtual().start(() -> follow(service));
        }

        private void follow(String service) {
            try {
                while (true) {
                    long used = value(service, "jvm_memory_used_bytes", "area=\"heap\"");
                    bytes.accumulateAndGet(used, Math::max);
                    Pause.of(POLL_INTERVAL);
                }
            } catch (CancellationException closed) {
                // enough seen
            }
        }

        /** Megabytes of heap. */
        long heapMegabytes() {
            return bytes.get() / MEGABYTE;
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
