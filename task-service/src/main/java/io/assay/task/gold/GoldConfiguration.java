package io.assay.task.gold;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.task.task.MongoTasks;
import io.assay.task.task.Task;
import io.assay.task.task.TaskIds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GoldConfiguration {

    @Bean
    ProposeGold proposeGold(
            MongoTasks tasks,
            AggregateStore<Task> taskStore,
            Aggregates aggregates,
            TaskIds ids,
            Clock clock) {
        return new ProposeGold(
                tasks,
                taskStore,
                aggregates.store("declinedGold", ProposeGold.Declined.class),
                ids,
                clock);
    }
}
