package io.assay.payment.audit;

import io.assay.messaging.Aggregates;
import io.assay.payment.journal.MongoBalances;
import io.assay.payment.journal.MongoJournal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Audits audits(
            Aggregates aggregates,
            MongoJournal journal,
            MongoBalances balances,
            MeterRegistry meters,
            Clock clock,
            @Value("${assay.audits.settling:1m}") Duration settling) {
        return new Audits(new MongoAudits(aggregates), journal, balances, meters, clock, settling);
    }

    @Bean
    AuditSchedule auditSchedule(Audits audits, Clock clock) {
        return new AuditSchedule(audits, clock);
    }

    /** One audit a night, whichever instance is first. */
    record AuditSchedule(Audits audits, Clock clock) {

        @EventListener(ApplicationReadyEvent.class)
        void ensureIndexes() {
            audits.ensureIndexes();
        }

        @Scheduled(cron = "${assay.audits.cron:0 30 2 * * *}", zone = "UTC")
        void nightly() {
            LocalDate night = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            audits.start("nightly-" + night, "schedule");
        }

        @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
        void giveUpAbandoned() {
            audits.giveUpAbandoned();
        }
    }
}
