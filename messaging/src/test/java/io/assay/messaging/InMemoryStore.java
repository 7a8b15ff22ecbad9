package io.assay.messaging;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.assay.docserver.DocumentServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * For the test of a slice: the real aggregates and dead letters on the imitation of the store.
 * There is no broker; what is to be published stays in its outbox.
 */
@TestConfiguration(proxyBeanMethods = false)
public class InMemoryStore {

    private final MessagingAutoConfiguration messaging = new MessagingAutoConfiguration("slice");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Bean(destroyMethod = "close")
    DocumentServer documentServer() {
        return DocumentServer.inMemory(0);
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(DocumentServer server) {
        return MongoClients.create(server.uri() + "/?retryWrites=false");
    }

    @Bean
    MongoTemplate mongoTemplate(MongoClient client) {
        return new MongoTemplate(client, "slice");
    }

    @Bean
    Clock clock() {
        return TestClock.shared();
    }

    @Bean
    Aggregates aggregates(MongoTemplate mongo, DeadLetters deadLetters, Clock clock) {
        EventCodec codec = messaging.eventCodec();
        OutboxRelay neverStarted =
                messaging.outboxRelay(mongo, broker(), codec, deadLetters, clock, meters);
        return messaging.aggregates(mongo, codec, neverStarted, clock);
    }

    @Bean
    DeadLetters deadLetters(MongoTemplate mongo, Clock clock) {
        return messaging.deadLetters(mongo, broker(), messaging.eventCodec(), meters, clock);
    }

    /** Connects when something is sent. */
    private static KafkaTemplate<byte[], byte[]> broker() {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of()));
    }
}
