package io.assay.payment.earning;

import io.assay.messaging.EventConsumers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@Import({EarningConfiguration.DisputeSchedule.class, PayReviewedLabels.class, RetryDisputes.class})
class EarningConfiguration {

    /** Reads {@code assay.reviews}. */
    @Bean
    Consumer<Message<List<byte[]>>> payReviewedLabels(
            EventConsumers consumers, PayReviewedLabels pay) {
        return consumers.batch(pay::handle);
    }

    /** When disputes are looked at. */
    record DisputeSchedule(RetryDisputes retry) {

        @Scheduled(fixedDelayString = "${assay.disputes.retry-interval:2s}")
        void retryDue() {
            retry.run();
        }
    }
}
