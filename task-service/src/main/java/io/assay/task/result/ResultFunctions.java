package io.assay.task.result;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.EventConsumers;
import io.assay.task.task.Task;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
@Import(KeepResults.class)
class ResultFunctions {

    @Bean
    Consumer<Message<List<byte[]>>> keepResults(EventConsumers consumers, KeepResults handler) {
        return consumers.batch(handler::handle);
    }

    /** From {@code assay.reviews}. */
    @Bean
    Consumer<Message<List<byte[]>>> keepEscalations(
            EventConsumers consumers, AggregateStore<Task> taskStore) {
        return consumers.batch(new KeepEscalations(taskStore)::handle);
    }
}
