package io.assay.load.bench;

import io.assay.cli.client.Pause;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the services are behind with reading. */
final class ConsumerLag implements AutoCloseable {

    private static final List<String> GROUPS =
            List.of("task-service", "assignment-service", "review-service", "payment-service");
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final int QUIET_POLLS = 3;

    private final Admin admin;

    ConsumerLag(String bootstrap) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /**
     * Waits until all is read, and nothing comes any more for a moment.
     *
     * @return when it was, as {@link System#nanoTime}
     * @throws TimeoutException if that does not come
     */
    long awaitNone(Duration timeout) throws TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        long since = 0;
        long written = -1;
        for (int quiet = 0; quiet < QUIET_POLLS; ) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("services still behind after " + timeout);
            }
            Map<TopicPartition, Long> read = read();
            Map<TopicPartition, Long> ends = ends(read);
            long sum = ends.values().stream().mapToLong(Long::longValue).sum();
            boolean level = read.equals(ends) && (quiet == 0 || sum == written);
            since = level && quiet > 0 ? since : System.nanoTime();
            quiet = level ? quiet + 1 : 0;
            written = sum;
            Pause.of(POLL_INTERVAL);
        }
        return since;
    }

    /** The least that any group has read of each partition. */
    private Map<TopicPartition, Long> read() {
        Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
        GROUPS.forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
        Map<TopicPartition, Long> read = new HashMap<>();
        try {
            for (Map<TopicPartition, OffsetAndMetadata> offsets :
                    admin.listConsumerGroupOffsets(all).all().get().values()) {
                offsets.forEach(
                        (partition, offset) -> read.merge(partition, offset.offset(), Math::min));
            }
            return read;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> ends(Map<TopicPartition, Long> of) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        of.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, info) -> ends.put(partition, info.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
