package io.assay.payment.earning;

import io.assay.messaging.Aggregates;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.StoreSetup;
import io.assay.payment.budget.Budgets;
import io.assay.payment.journal.LedgerMetrics;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.project.MongoProjects;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
class EarningConfiguration {

    @Bean
    MongoDisputes disputes(Aggregates aggregates) {
        return new MongoDisputes(aggregates);
    }

    @Bean
    PayReviewedLabels pay(
            MongoProjects projects,
            MongoDisputes disputes,
            Bookkeeper bookkeeper,
            EventPublisher publisher,
            Budgets budgets,
            LedgerMetrics metrics,
            Clock clock) {
        return new PayReviewedLabels(
                projects, disputes, bookkeeper, publisher, budgets, metrics, clock);
    }

    @Bean
    RetryDisputes retryDisputes(
            MongoDisputes disputes,
            MongoProjects projects,
            EventPublisher publisher,
            MeterRegistry meters,
            Clock clock) {
        return new RetryDisputes(disputes, projects, publisher, meters, clock);
    }

    @Bean
    DisputeSchedule disputeSchedule(RetryDisputes retry) {
        return new DisputeSchedule(retry);
    }

    @Bean
    StoreSetup disputeIndexes(MongoDisputes disputes) {
        return disputes::ensureIndexes;
    }

    /** When disputes are looked at. */
    record DisputeSchedule(RetryDisputes retry) {

        @Scheduled(fixedDelayString = "${assay.disputes.retry-interval:2s}")
        void retryDue() {
            retry.run();
        }
    }
}
