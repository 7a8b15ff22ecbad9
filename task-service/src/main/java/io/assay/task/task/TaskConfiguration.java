package io.assay.task.task;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    WithdrawTask withdrawTask(AggregateStore<Task> taskStore, Clock clock) {
        return new WithdrawTask(taskStore, clock);
    }

    @Bean
    StoreSetup tasksIndexes(MongoTasks tasks) {
        return tasks::ensureIndexes;
    }
}
