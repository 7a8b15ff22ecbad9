package io.assay.payment.budget;

import io.assay.messaging.Aggregates;
import io.assay.payment.journal.LedgerMetrics;
import io.assay.payment.journal.MongoBalances;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.project.MongoProjects;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
class BudgetConfiguration {

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

    @Bean
    FundBudgets fund(
            MongoProjects projects,
            Bookkeeper bookkeeper,
            Budgets budgets,
            LedgerMetrics metrics,
            Clock clock) {
        return new FundBudgets(projects, bookkeeper, budgets, metrics, clock);
    }

    @Bean
    ReserveBudgets reserve(
            Bookkeeper bookkeeper, Budgets budgets, LedgerMetrics metrics, Clock clock) {
        return new ReserveBudgets(bookkeeper, budgets, metrics, clock);
    }

    @Bean
    BudgetSchedule budgetSchedule(Budgets budgets) {
        return new BudgetSchedule(budgets);
    }

    /** When budgets are published. */
    record BudgetSchedule(Budgets budgets) {

        @Scheduled(fixedDelayString = "${assay.budgets.flush-interval:300ms}")
        void flush() {
            budgets.flush();
        }

        /** At start and then now and then: an instance that died may have left some untold. */
        @Scheduled(fixedDelayString = "${assay.budgets.recheck-interval:60s}")
        void recheck() {
            budgets.touchAll();
        }
    }
}
