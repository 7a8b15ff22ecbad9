package io.assay.review.intake;

import io.assay.messaging.EventConsumers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What review receives. */
@Configuration(proxyBeanMethods = false)
class TaskFunctions {

    /** From {@code assay.projects}. */
    @Bean
    Consumer<Message<List<byte[]>>> reviewProjects(
            EventConsumers consumers, FollowProjects projects) {
        return consumers.batch(projects::receive);
    }

    /**
     * From {@code assay.tasks}, {@code assay.gold}, {@code assay.labels} and {@code
     * assay.assignments}, all keyed by task.
     */
    @Bean
    Consumer<Message<List<byte[]>>> reviewTasks(EventConsumers consumers, ReviewTasks review) {
        return consumers.batch(review::receive);
    }
}
