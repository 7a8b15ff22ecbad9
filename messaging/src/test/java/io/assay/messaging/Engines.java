package io.assay.messaging;

import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The engines of a test: a real broker and a document store. Embedded ones by default; real
 * containers with {@code -Dassay.engines=docker}; with the variable {@code ASSAY_TEST_MONGODB_URI}
 * the store that is there, with databases of the tests' own. Each set is fresh: tests share no
 * topic.
 */
public record Engines(String bootstrapServers, String mongoUri, Runnable closing)
        implements AutoCloseable {

    /** Few, so that a test's consumers settle soon; more than one, so that order is not given. */
    public static final int PARTITIONS = 3;

    public static Engines start() {
        return "docker".equals(System.getProperty("assay.engines")) ? containers() : embedded();
    }

    private static Engines embedded() {
        EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperties(
                Map.of(
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0"));
        // it would tell every application of this JVM where it is, also those of another broker
        kafka.brokerListProperty("assay.test.brokers");
        kafka.afterPropertiesSet();
        StoreServer store = StoreServer.start();
        return new Engines(
                kafka.getBrokersAsString(),
                store.uri(),
                () -> {
                    kafka.destroy();
                    store.close();
                });
    }

    private static Engines containers() {
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.0");
        MongoDBContainer mongo = new MongoDBContainer("mongo:8.0");
        kafka.start();
        mongo.start();
        return new Engines(
                kafka.getBootstrapServers(),
                mongo.getConnectionString(),
                () -> {
                    kafka.stop();
                    mongo.stop();
                });
    }

    /** Spring properties that lead an application to these engines, with a database of its own. */
    public Map<String, String> properties() {
        return properties(StoreServer.freshName());
    }

    /** As {@link #properties()}, for instances that share a database. */
    public Map<String, String> properties(String database) {
        return Map.of(
                "spring.kafka.bootstrap-servers",
                bootstrapServers,
                "spring.mongodb.uri",
                StoreServer.database(mongoUri, database),
                "assay.kafka.partitions",
                Integer.toString(PARTITIONS),
                // a member learns with a heartbeat that others came: at once, not after 3 s
                "spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms",
                "300");
    }

    @Override
    public void close() {
        closing.run();
    }

    /**
     * For {@code @ContextConfiguration(initializers = …)}: fresh engines for each context, and
     * {@link TestClock}.
     */
    public static class Initializer
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        Engines engines() {
            return start();
        }

        @Override
        public final void initialize(ConfigurableApplicationContext context) {
            Engines engines = engines();
            TestPropertyValues.of(engines.properties()).applyTo(context);
            context.getBeanFactory().registerSingleton("engines", engines);
            TestClock.shared().giveTo(context);
            context.addApplicationListener(
                    event -> {
                        if (event instanceof ContextClosedEvent closed
                                && closed.getApplicationContext() == context) {
                            // consumers stop after this event: they must not wait for a broker that
                            // is gone
                            Runtime.getRuntime().addShutdownHook(new Thread(engines::close));
                        }
                    });
        }
    }

    /** The same with real containers, whatever the property says: for suites tagged "docker". */
    static final class Containers extends Initializer {

        @Override
        Engines engines() {
            return containers();
        }
    }
}
