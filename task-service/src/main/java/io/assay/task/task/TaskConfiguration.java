package io.assay.task.task;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({TaskIds.class, WithdrawTask.class})
class TaskConfiguration {

    @Bean
    AggregateStore<Task> taskStore(Aggregates aggregates) {
        return aggregates.store("tasks", Task.class);
    }
}
