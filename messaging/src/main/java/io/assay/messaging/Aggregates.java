package io.assay.messaging;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes the stores of a service; their events are published by one relay. */
public final class Aggregates {

    private final MongoTemplate mongo;
    private final EventCodec codec;
    private final OutboxRelay relay;
    private final Clock clock;
    private final StateMapper mapper = new StateMapper();

    Aggregates(MongoTemplate mongo, EventCodec codec, OutboxRelay relay, Clock clock) {
        this.mongo = mongo;
        this.codec = codec;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * @param collection plural noun
     */
    public <S> AggregateStore<S> store(String collection, Class<S> type) {
        relay.register(collection);
        return new AggregateStore<>(collection, type, mongo, mapper, codec, relay, clock);
    }
}
