package io.assay.payment.project;

import io.assay.messaging.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProjectConfiguration {

    @Bean
    MongoProjects projects(Aggregates aggregates) {
        return new MongoProjects(aggregates);
    }
}
