package io.assay.payment.journal;

import io.assay.payment.ledger.Bookkeeper;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    MongoJournal journal(MongoTemplate mongo) {
        return new MongoJournal(mongo);
    }

    @Bean
    MongoBalances balances(MongoTemplate mongo) {
        return new MongoBalances(mongo);
    }

    @Bean
    Bookkeeper bookkeeper(MongoJournal journal, MongoBalances balances) {
        return new Bookkeeper(journal, balances);
    }

    @Bean
    LedgerMetrics ledgerMetrics(MeterRegistry meters) {
        return new LedgerMetrics(meters);
    }

    @Bean
    LedgerIndexes ledgerIndexes(MongoJournal journal, MongoBalances balances) {
        return new LedgerIndexes(journal, balances);
    }

    /** Not earlier than that: a start that only trains or describes must need no store. */
    record LedgerIndexes(MongoJournal journal, MongoBalances balances) {

        @EventListener(ApplicationReadyEvent.class)
        void ensure() {
            journal.ensureIndexes();
            balances.ensureIndexes();
        }
    }
}
