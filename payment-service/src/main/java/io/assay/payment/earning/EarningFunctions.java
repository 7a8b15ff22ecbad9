package io.assay.payment.earning;

import io.assay.messaging.EventConsumers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class EarningFunctions {

    /** Reads {@code assay.reviews}. */
    @Bean
    Consumer<Message<List<byte[]>>> payReviewedLabels(
            EventConsumers consumers, PayReviewedLabels pay) {
        return consumers.batch(pay::handle);
    }
}
