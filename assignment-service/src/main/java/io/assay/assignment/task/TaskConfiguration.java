package io.assay.assignment.task;

import io.assay.messaging.StoreSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    @Bean
    MongoTasks mongoTasks(MongoTemplate mongo) {
        return new MongoTasks(mongo);
    }

    @Bean
    StoreSetup taskIndexes(MongoTasks tasks) {
        return tasks::ensureIndexes;
    }
}
