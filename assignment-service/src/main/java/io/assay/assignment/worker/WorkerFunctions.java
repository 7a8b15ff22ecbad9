package io.assay.assignment.worker;

import io.assay.messaging.EventConsumers;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Receives tiers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerProperties.class)
class WorkerFunctions {

    @Bean
    ChangeWorkers changeWorkers(
            MongoWorkers workers,
            MongoApplications applications,
            WorkerProperties properties,
            @Value("${assay.workers.person-secret:${assay.pictures.signing-secret}}") String secret,
            Clock clock) {
        return new ChangeWorkers(
                workers, applications, new Persons(secret), properties.autoActivate(), clock);
    }

    @Bean
    EventConsumers.Handler keepTiers(ChangeWorkers workers) {
        return workers::keepTiers;
    }
}
