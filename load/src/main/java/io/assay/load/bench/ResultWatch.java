package io.assay.load.bench;

import io.assay.cli.client.Pause;
import io.assay.cli.client.ResultStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Sees labels of one project come out at the other end: results on the partner's stream through the
 * gateway, earnings on their topic.
 */
final class ResultWatch implements AutoCloseable {

    private static final String EARNINGS = "assay.earnings";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final BenchProject project;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Latencies toStream = new Latencies();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final AtomicLong results = new AtomicLong();
    private final AtomicLong earnings = new AtomicLong();
    private final List<Thread> threads;
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean closed;

    private ResultWatch(BenchProject project, String bootstrap) {
        this.project = project;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        ResultStream stream =
                new ResultStream(project.staff().partner(), project.id(), this::published);
        this.threads =
                List.of(
                        Thread.ofVirtual().unstarted(stream::follow),
                        Thread.ofPlatform().daemon().unstarted(this::countEarnings));
    }

    /** From now on. */
    static ResultWatch of(BenchProject project, String bootstrap) {
        ResultWatch watch = new ResultWatch(project, bootstrap);
        List<TopicPartition> partitions =
                watch.consumer.partitionsFor(EARNINGS).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        watch.consumer.assign(partitions);
        watch.consumer.seekToEnd(partitions);
        partitions.forEach(watch.consumer::position); // seeks now, not at the first poll
        watch.threads.forEach(Thread::start);
        return watch;
    }

    /** A label of this task is being sent. */
    void sent(String taskId) {
        sent.put(taskId, System.nanoTime());
    }

    private void published(ResultStream.Line line) {
        long now = System.nanoTime();
        Long since = sent.remove(line.data().path("taskId").asString(""));
        if (since != null) {
            toStream.add(now - since);
        }
        results.incrementAndGet();
        lastNanos = now;
    }

    private void countEarnings() {
        byte[] name = ("\"" + project.id() + "\"").getBytes(StandardCharsets.UTF_8);
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
                    if (contains(one.value(), name)) {
                        earnings.incrementAndGet();
                        lastNanos = System.nanoTime();
                    }
                }
            }
        }
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int i = 0; i <= text.length - part.length; i++) {
            if (Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Waits until every task has its result and every label its earning.
     *
     * @return when the last of them came, as {@link System#nanoTime}
     * @throws TimeoutException saying what is missing after all
     */
    long awaitAll(Duration timeout) throws TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (results.get() < project.tasks() || earnings.get() < project.labels()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(state() + " after " + timeout.toSeconds() + " s");
            }
            Pause.of(POLL_INTERVAL);
        }
        return lastNanos;
    }

    String state() {
        return "%,d of %,d results on the stream, %,d of %,d earnings"
                .formatted(results.get(), project.tasks(), earnings.get(), project.labels());
    }

    /** From the sending of a task's last label to its result on the stream. */
    Latencies toStream() {
        return toStream;
    }

    @Override
    public void close() {
        closed = true;
        threads.getFirst().interrupt(); // the other one looks by itself
    }
}
