package io.assay.messaging;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** Keeps this service's dead letters where operations can list them. */
final class DeadLetterListener implements SmartLifecycle {

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Supplier<Collection<String>> topics;
    private final String group;
    private final DeadLetters deadLetters;
    private @Nullable KafkaMessageListenerContainer<byte[], byte[]> container;

    DeadLetterListener(
            ConsumerFactory<byte[], byte[]> consumers,
            Supplier<Collection<String>> topics,
            String group,
            DeadLetters deadLetters) {
        this.consumers = consumers;
        this.topics = topics;
        this.group = group;
        this.deadLetters = deadLetters;
    }

    @Override
    public void start() {
        List<String> names = List.copyOf(topics.get());
        if (names.isEmpty()) {
            return;
        }
        ContainerProperties properties = new ContainerProperties(names.toArray(String[]::new));
        properties.setGroupId(group + ".dead-letters");
        properties.setMessageListener(
                (BatchMessageListener<byte[], byte[]>)
                        records -> records.forEach(deadLetters::record));
        var started = new KafkaMessageListenerContainer<>(consumers, properties);
        started.setBeanName("dead-letters");
        started.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        started.start();
        container = started;
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    @Override
    public boolean isRunning() {
        return container != null;
    }
}
