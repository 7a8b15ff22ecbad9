package io.assay.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What every process with a document store needs, the gateway too. */
@AutoConfiguration
class StoreAutoConfiguration {

    /** In milliseconds, as documents keep instants: what is answered first and later is equal. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    StorePreparation storePreparation(MongoTemplate mongo, ObjectProvider<StoreSetup> setups) {
        return new StorePreparation(mongo, setups.orderedStream().toList());
    }
}
