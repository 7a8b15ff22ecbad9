package io.assay.assignment.worker;

import io.assay.messaging.EventConsumers;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Receives tiers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerProperties.class)
class WorkerFunctions {

    @Bean
    ChangeWorkers changeWorkers(MongoWorkers workers, WorkerProperties properties, Clock clock) {
        return new ChangeWorkers(workers, properties.autoActivate(), clock);
    }

    @Bean
    EventConsumers.Handler keepTiers(ChangeWorkers workers) {
        return workers::keepTiers;
    }
}
