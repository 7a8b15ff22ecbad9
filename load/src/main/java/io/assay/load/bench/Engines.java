package io.assay.load.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.assay.load.bench.WrittenData.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.RawBsonDocument;

/** Looks into the broker and the document server, past the services. */
final class Engines implements AutoCloseable {

    private static final String OURS = "assay";
    private static final String PREFIX = "assay_";
    private static final int SAMPLES = 300;
    private static final Duration POLL = Duration.ofSeconds(2);

    private final MongoClient documents;
    private final String prefix;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param prefix of the names of the stack's databases
     */
    Engines(String bootstrap, String documentsUri, String prefix) {
        this.documents = MongoClients.create(documentsUri);
        this.prefix = prefix;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    StoreContents contents() {
        List<TopicPartition> partitions =
                consumer.listTopics().values().stream()
                        .flatMap(List::stream)
                        .filter(info -> info.topic().startsWith(OURS))
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        Map<String, Long> counts = new TreeMap<>();
        for (String database : documents.listDatabaseNames()) {
            if (database.startsWith(prefix)) {
                for (String name : documents.getDatabase(database).listCollectionNames()) {
                    String path = PREFIX + database.substring(prefix.length()) + "." + name;
                    counts.put(path, collection(path).estimatedDocumentCount());
                }
            }
        }
        return new StoreContents(consumer.endOffsets(partitions), counts);
    }

    /**
     * What was written between two moments: every record; of the documents those that are new, and
     * those that are said to have been written again.
     *
     * @param rewritten how many documents of a collection were changed
     */
    WrittenData written(StoreContents before, StoreContents after, Map<String, Integer> rewritten) {
        Map<String, List<TopicPartition>> byTopic = new TreeMap<>();
        after.records().keySet().stream()
                .filter(partition -> after.recordsSince(before, partition) > 0)
                .forEach(
                        partition ->
                                byTopic.computeIfAbsent(partition.topic(), _ -> new ArrayList<>())
                                        .add(partition));
        List<Samples<ConsumerRecord<byte[], byte[]>>> records = new ArrayList<>();
        byTopic.forEach((topic, from) -> records.add(records(topic, from, before, after)));
        Map<String, Long> changed = new HashMap<>();
        rewritten.forEach((path, count) -> changed.put(path, (long) count));
        after.documents()
                .keySet()
                .forEach(
                        path -> changed.merge(path, after.documentsSince(before, path), Long::sum));
        List<Samples<RawBsonDocument>> written =
                new TreeMap<>(changed)
                        .entrySet().stream()
                                .filter(count -> count.getValue() > 0)
                                .map(count -> documents(count.getKey(), count.getValue()))
                                .toList();
        return new WrittenData(records, written);
    }

    private Samples<ConsumerRecord<byte[], byte[]>> records(
            String topic,
            List<TopicPartition> partitions,
            StoreContents before,
            StoreContents after) {
        consumer.assign(partitions);
        partitions.forEach(
                partition ->
                        consumer.seek(partition, before.records().getOrDefault(partition, 0L)));
        List<ConsumerRecord<byte[], byte[]>> samples =
                StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                        .limit(SAMPLES)
                        .toList();
        consumer.unsubscribe();
        long count = partitions.stream().mapToLong(one -> after.recordsSince(before, one)).sum();
        return new Samples<>(topic, samples, samples.isEmpty() ? 0 : count);
    }

    /** The youngest are those that the phase wrote, as a store keeps them in order. */
    private Samples<RawBsonDocument> documents(String path, long count) {
        MongoCollection<RawBsonDocument> collection = collection(path);
        int skipped = (int) Math.max(0, collection.estimatedDocumentCount() - SAMPLES);
        List<RawBsonDocument> samples =
                collection.find().skip(skipped).limit(SAMPLES).into(new ArrayList<>());
        return new Samples<>(path, samples, samples.isEmpty() ? 0 : count);
    }

    private MongoCollection<RawBsonDocument> collection(String path) {
        int dot = path.indexOf('.');
        return documents
                .getDatabase(prefix + path.substring(PREFIX.length(), dot))
                .getCollection(path.substring(dot + 1), RawBsonDocument.class);
    }

    @Override
    public void close() {
        consumer.close();
        documents.close();
    }
}
