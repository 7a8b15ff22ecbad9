package io.assay.load.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import io.assay.load.bench.WrittenData.Samples;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * The engines alone: writes what a phase wrote, as many records and documents of the same content,
 * but in large batches, without HTTP, without reading anything and without any rule. Faster than
 * this nothing could be on the same engines.
 */
final class EngineBaseline implements AutoCloseable {

    private static final String TOPIC = "pipe";
    private static final int PARTITIONS = 6;
    private static final int BATCH = 1_000;
    private static final int DOCUMENT_WRITERS = 2;

    /** Where the text of a string {@code _id} begins in a document that begins with it. */
    private static final int ID_AT = 13;

    private static final int MIN_ID = 12;

    private final String bootstrap;
    private final MongoClient documents;
    private final String database;

    EngineBaseline(String bootstrap, String documentsUri, String prefix) {
        this.bootstrap = bootstrap;
        this.documents = MongoClients.create(documentsUri);
        this.database = prefix + "pipe";
    }

    /** Seconds until all of it is acknowledged. What was written is removed again. */
    double seconds(WrittenData written) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
                ExecutorService pool = Executors.newFixedThreadPool(1 + DOCUMENT_WRITERS)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
            long start = System.nanoTime();
            List<Future<?>> parts = new ArrayList<>();
            parts.add(pool.submit(() -> produce(written)));
            for (Samples<RawBsonDocument> samples : written.documents()) {
                Samples<byte[]> templates = templates(samples);
                for (long from = 0; from < samples.count(); from += BATCH) {
                    long first = from;
                    parts.add(pool.submit(() -> insert(templates, first)));
                }
            }
            for (Future<?> part : parts) {
                part.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            admin.deleteTopics(List.of(TOPIC)).all().get();
            database().drop();
            return seconds;
        } catch (ExecutionException e) {
            throw new IllegalStateException("raw pipe: " + e.getCause(), e);
        }
    }

    /**
     * @throws IllegalStateException if a record is not acknowledged
     */
    private void produce(WrittenData written) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 5);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Samples<ConsumerRecord<byte[], byte[]>> samples : written.records()) {
                for (long i = 0; i < samples.count(); i++) {
                    ConsumerRecord<byte[], byte[]> one = samples.sample(i);
                    ProducerRecord<byte[], byte[]> copy =
                            new ProducerRecord<>(
                                    TOPIC, null, null, one.key(), one.value(), one.headers());
                    var _ = producer.send(copy, (_, fault) -> failure.compareAndSet(null, fault));
                }
            }
        } // closing waits for the acknowledgements
        Exception first = failure.get();
        if (first != null) {
            throw new IllegalStateException(first);
        }
    }

    /** The same documents with an id of a known place, so that each copy can have its own. */
    private static Samples<byte[]> templates(Samples<RawBsonDocument> samples) {
        List<byte[]> templates = samples.samples().stream().map(EngineBaseline::template).toList();
        return new Samples<>(samples.name(), templates, samples.count());
    }

    private static byte[] template(RawBsonDocument sample) {
        int length = sample.isString("_id") ? sample.getString("_id").getValue().length() : MIN_ID;
        BsonDocument copy =
                new BsonDocument("_id", new BsonString("x".repeat(Math.max(MIN_ID, length))));
        sample.forEach(copy::putIfAbsent);
        ByteBuffer bytes =
                new RawBsonDocument(copy, new BsonDocumentCodec()).getByteBuffer().asNIO();
        byte[] template = new byte[bytes.remaining()];
        bytes.get(template);
        return template;
    }

    private void insert(Samples<byte[]> templates, long first) {
        List<RawBsonDocument> batch = new ArrayList<>();
        for (long i = first; i < Math.min(first + BATCH, templates.count()); i++) {
            byte[] copy = templates.sample(i).clone();
            byte[] id = Long.toString(100_000_000_000L + i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(id, 0, copy, ID_AT, MIN_ID);
            batch.add(new RawBsonDocument(copy));
        }
        collection(templates.name()).insertMany(batch, new InsertManyOptions().ordered(false));
    }

    private MongoCollection<RawBsonDocument> collection(String path) {
        return database().getCollection(path.replace('.', '_'), RawBsonDocument.class);
    }

    private MongoDatabase database() {
        return documents.getDatabase(database);
    }

    @Override
    public void close() {
        documents.close();
    }
}
