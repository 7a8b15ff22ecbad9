package io.assay.load.bench;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How much is in the engines at a moment.
 *
 * @param records offsets at which each partition ends
 * @param documents by database and collection, such as {@code assay_task.tasks}
 */
record StoreContents(Map<TopicPartition, Long> records, Map<String, Long> documents) {

    long recordsSince(StoreContents before, TopicPartition partition) {
        return records.getOrDefault(partition, 0L) - before.records.getOrDefault(partition, 0L);
    }

    long documentsSince(StoreContents before, String collection) {
        return documents.getOrDefault(collection, 0L)
                - before.documents.getOrDefault(collection, 0L);
    }
}
