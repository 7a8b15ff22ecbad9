package io.assay.task.verification;

import io.assay.messaging.AggregateStore;
import io.assay.task.task.MongoTasks;
import io.assay.task.task.Task;
import io.assay.task.task.TaskIds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

    @Bean
    VerifyResults verifyResults(
            MongoTasks tasks, AggregateStore<Task> taskStore, TaskIds ids, Clock clock) {
        return new VerifyResults(tasks, taskStore, ids, clock);
    }
}
