package io.assay.gateway.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Prepares the store after start. The gateway is not ready before, and waits for a store that is
 * down; nothing is contacted while the context starts, so that an AOT cache can be trained without
 * one.
 */
@Component
class StorePreparation implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(StorePreparation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<OnceStored> preparations;

    StorePreparation(List<OnceStored> preparations) {
        this.preparations = preparations;
    }

    @Override
    public void run(ApplicationArguments args) {
        preparations.forEach(StorePreparation::untilDone);
    }

    private static void untilDone(OnceStored preparation) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                preparation.prepare();
                return;
            } catch (DataAccessException e) {
                log.atWarn()
                        .addKeyValue("reason", e.getClass().getSimpleName())
                        .log("waiting for the document store (spring.mongodb.uri)");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
