package io.assay.review.project;

import io.assay.messaging.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the copies of projects. */
@Configuration(proxyBeanMethods = false)
class ProjectConfiguration {

    @Bean
    MongoProjects projects(Aggregates aggregates) {
        return new MongoProjects(aggregates);
    }
}
