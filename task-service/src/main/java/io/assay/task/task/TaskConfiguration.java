package io.assay.task.task;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
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
    ApplicationRunner tasksIndexes(MongoTasks tasks) {
        return _ -> tasks.ensureIndexes();
    }
}
