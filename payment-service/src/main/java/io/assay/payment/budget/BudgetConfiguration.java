package io.assay.payment.budget;

import io.assay.messaging.Aggregates;
import io.assay.messaging.EventConsumers;
import io.assay.payment.journal.MongoBalances;
import io.assay.payment.project.MongoProjects;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@Import({BudgetConfiguration.BudgetSchedule.class, FundBudgets.class, ReserveBudgets.class})
class BudgetConfiguration {

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

    @Bean
    Budgets budgets(
            Aggregates aggregates,
            MongoProjects projects,
            MongoBalances balances,
            MeterRegistry meters,
            Clock clock) {
        return new Budgets(
                aggregates.store("budgets", Budget.class), projects, balances, meters, clock);
    }

    /** When budgets are published. */
    record BudgetSchedule(Budgets budgets) {

        @Scheduled(fixedDelayString = "${assay.budgets.flush-interval:300ms}")
        void flush() {
            budgets.flush();
        }

        /** At start and then now and then: an instance that died may have left some unpublished. */
        @Scheduled(fixedDelayString = "${assay.budgets.recheck-interval:60s}")
        void recheck() {
            budgets.touchAll();
        }
    }
}
