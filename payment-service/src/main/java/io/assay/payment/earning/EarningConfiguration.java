package io.assay.payment.earning;

import io.assay.messaging.Aggregates;
import io.assay.messaging.EventPublisher;
import io.assay.payment.budget.Budgets;
import io.assay.payment.journal.LedgerMetrics;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.project.MongoProjects;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
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
    DisputeSchedule disputeSchedule(MongoDisputes disputes, RetryDisputes retry) {
        return new DisputeSchedule(disputes, retry);
    }

    /** When disputes are looked at. */
    record DisputeSchedule(MongoDisputes disputes, RetryDisputes retry) {

        @EventListener(ApplicationReadyEvent.class)
        void ensureIndexes() {
            disputes.ensureIndexes();
        }

        @Scheduled(fixedDelayString = "${assay.disputes.retry-interval:2s}")
        void retryDue() {
            retry.run();
        }
    }
}
