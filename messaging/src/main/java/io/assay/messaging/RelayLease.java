package io.assay.messaging;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Lets one instance of a service at a time scan for left-behind events. No fence: two may overlap
 * for a moment, which costs duplicates and nothing else.
 */
final class RelayLease {

    private static final String ID = "outbox-relay";
    private static final Duration TERM = Duration.ofSeconds(10);

    private final MongoTemplate mongo;
    private final String holder = UUID.randomUUID().toString();

    RelayLease(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Takes or extends the lease. */
    boolean held(Instant now) {
        try {
            mongo.getCollection("leases")
                    .updateOne(
                            Filters.and(
                                    Filters.eq(ID),
                                    Filters.or(
                                            Filters.eq("holder", holder),
                                            Filters.lt("until", Date.from(now)))),
                            Updates.combine(
                                    Updates.set("holder", holder),
                                    Updates.set("until", Date.from(now.plus(TERM)))),
                            new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (DuplicateKeys.causedAlone(e)) {
                return false;
            }
            throw e;
        }
    }
}
