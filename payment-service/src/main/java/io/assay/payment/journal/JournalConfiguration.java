package io.assay.payment.journal;

import io.assay.messaging.StoreSetup;
import io.assay.payment.ledger.Bookkeeper;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    StoreSetup journalIndexes(MongoJournal journal) {
        return journal::ensureIndexes;
    }

    @Bean
    StoreSetup balanceIndexes(MongoBalances balances) {
        return balances::ensureIndexes;
    }
}
