package io.assay.review.project;

import io.assay.messaging.Aggregates;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the copies of projects. */
@Configuration(proxyBeanMethods = false)
class ProjectConfiguration {

    @Bean
    MongoProjects projects(Aggregates aggregates, MongoTemplate mongo) {
        return new MongoProjects(aggregates, mongo);
    }

    /** Not while the context refreshes: that must work without a store, to be trained at build. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> projectIndexes(MongoProjects projects) {
        return _ -> projects.ensureIndexes();
    }
}
