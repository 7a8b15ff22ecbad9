package io.assay.payment.budget;

import io.assay.messaging.EventConsumers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class BudgetFunctions {

    /** Reads {@code assay.projects}. */
    @Bean
    Consumer<Message<List<byte[]>>> fundBudgets(EventConsumers consumers, FundBudgets fund) {
        return consumers.batch(fund::handle);
    }

    /** Reads {@code assay.assignments}. */
    @Bean
    Consumer<Message<List<byte[]>>> reserveBudgets(
            EventConsumers consumers, ReserveBudgets reserve) {
        return consumers.batch(reserve::handle);
    }
}
