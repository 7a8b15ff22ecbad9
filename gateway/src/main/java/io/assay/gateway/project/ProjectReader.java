package io.assay.gateway.project;

import io.assay.events.ProjectChanged;
import io.assay.events.Topic;
import io.assay.gateway.topic.TopicConsumers;
import io.assay.messaging.EventCodec;
import io.assay.messaging.UndecodableEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Reads the projects topic from its beginning, and on and on, on a thread of its own. */
@Component
class ProjectReader implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ProjectReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final TopicConsumers consumers;
    private final ProjectDirectory directory;
    private final EventCodec codec;
    private final Counter poison;
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    ProjectReader(
            TopicConsumers consumers,
            ProjectDirectory directory,
            EventCodec codec,
            MeterRegistry metrics) {
        this.consumers = consumers;
        this.directory = directory;
        this.codec = codec;
        this.poison = metrics.counter("assay.gateway.poison", "topic", Topic.PROJECTS.topicName());
        Gauge.builder("assay.gateway.projects", directory, ProjectDirectory::size)
                .register(metrics);
    }

    @Override
    public void run(ApplicationArguments args) {
        thread = Thread.ofPlatform().daemon().name("projects").start(this::untilStopped);
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        Thread reading = thread;
        if (reading != null) {
            reading.join(POLL.multipliedBy(4));
        }
    }

    private void untilStopped() {
        while (!stopped) {
            try (Consumer<byte[], byte[]> consumer = consumers.make()) {
                follow(consumer);
            } catch (KafkaException e) {
                log.warn("projects cannot be read, trying again", e);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = TopicConsumers.partitions(consumer, Topic.PROJECTS);
        if (partitions.isEmpty()) {
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!stopped) {
            consumer.poll(POLL).forEach(this::read);
            if (!directory.complete() && reached(consumer, ends)) {
                directory.caughtUp();
            }
        }
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            codec.decode(record.headers(), record.value())
                    .ifPresent(
                            envelope -> {
                                if (envelope.event() instanceof ProjectChanged project) {
                                    directory.put(envelope.sequence(), project);
                                }
                            });
        } catch (UndecodableEvent e) {
            poison.increment();
            log.atWarn()
                    .addKeyValue("position", record.partition() + "@" + record.offset())
                    .log("a record of {} is skipped: {}", record.topic(), e.getMessage());
        }
    }
}
