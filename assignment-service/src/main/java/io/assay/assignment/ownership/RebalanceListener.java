package io.assay.assignment.ownership;

import io.assay.events.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Ties ownership to the partitions that the consumer of tasks gets and loses. Runs on the
 * consumer's thread, so no event of a partition is handled before it is rebuilt.
 */
@Component
class RebalanceListener implements KafkaBindingRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(RebalanceListener.class);
    private static final String BINDING = "followEvents-in-0";

    /** Without end: a consumer that takes too long is put out of the group, and starts over. */
    private final RetryTemplate untilItWorks =
            new RetryTemplate(
                    RetryPolicy.builder()
                            .maxRetries(Long.MAX_VALUE)
                            .delay(Duration.ofSeconds(1))
                            .build());

    private final Ownership ownership;

    RebalanceListener(Ownership ownership) {
        this.ownership = ownership;
    }

    @Override
    public void onPartitionsAssigned(
            String binding,
            Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions,
            boolean initial) {
        if (binding.equals(BINDING)) {
            List<Integer> gained = ofTasks(partitions);
            long start = System.nanoTime();
            takeOver(gained);
            LOG.atInfo()
                    .addKeyValue("partitions", gained)
                    .addKeyValue("open", ownership.open())
                    .addKeyValue("millis", Duration.ofNanos(System.nanoTime() - start).toMillis())
                    .log("share taken over");
        }
    }

    private void takeOver(List<Integer> partitions) {
        try {
            untilItWorks.execute(
                    () -> {
                        ownership.takeOver(partitions);
                        return partitions;
                    });
        } catch (RetryException e) {
            throw new IllegalStateException("share not rebuilt", e);
        }
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(
            String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (binding.equals(BINDING)) {
            List<Integer> lost = ofTasks(partitions);
            ownership.giveUp(lost);
            LOG.atInfo().addKeyValue("partitions", lost).log("share given up");
        }
    }

    private static List<Integer> ofTasks(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(p -> p.topic().equals(Topic.TASKS.topicName()))
                .map(TopicPartition::partition)
                .toList();
    }
}
