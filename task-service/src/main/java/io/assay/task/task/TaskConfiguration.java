package io.assay.task.task;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    @Bean
    AggregateStore<Task> taskStore(Aggregates aggregates) {
        return aggregates.store("tasks", Task.class);
    }

    @Bean
    MongoTasks tasks(AggregateStore<Task> taskStore) {
        return new MongoTasks(taskStore);
    }

    @Bean
    TaskIds taskIds(MongoTemplate mongo) {
        return new TaskIds(new MongoSalts(mongo, new SecureRandom()));
    }

    @Bean
    WithdrawTask withdrawTask(AggregateStore<Task> taskStore, Clock clock) {
        return new WithdrawTask(taskStore, clock);
    }

    @Bean
    StoreSetup tasksIndexes(MongoTasks tasks) {
        return tasks::ensureIndexes;
    }
}
