package io.assay.messaging;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Waits at start until the store answers, and prepares it, before anything else of the service
 * starts. A service that is started before its store becomes ready by itself. Nothing is contacted
 * while the context is made, so that an AOT cache can be trained without a store.
 */
final class StorePreparation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StorePreparation.class);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    private final MongoTemplate mongo;
    private final List<StoreSetup> setups;
    private volatile boolean running;

    StorePreparation(MongoTemplate mongo, List<StoreSetup> setups) {
        this.mongo = mongo;
        this.setups = List.copyOf(setups);
    }

    @Override
    public void start() {
        running = true;
        Duration pause = FIRST_PAUSE;
        while (running && !prepared()) {
            sleep(pause);
            pause = shorter(pause.multipliedBy(2), MAX_PAUSE);
        }
    }

    private boolean prepared() {
        try {
            MongoDatabase database = mongo.getDb();
            database.withTimeout(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .runCommand(new Document("ping", 1));
            setups.forEach(StoreSetup::prepare);
            return true;
        } catch (MongoException | DataAccessException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("waiting for the document store (spring.mongodb.uri)");
            return false;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void sleep(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the topics and all consumers. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 50;
    }
}
