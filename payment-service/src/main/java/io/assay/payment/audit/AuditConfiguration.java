package io.assay.payment.audit;

import io.assay.payment.journal.MongoBalances;
import io.assay.payment.journal.MongoJournal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@Import(AuditConfiguration.AuditSchedule.class)
class AuditConfiguration {

    @Bean
    Audits audits(
            MongoAudits audits,
            MongoJournal journal,
            MongoBalances balances,
            MeterRegistry meters,
            Clock clock,
            @Value("${assay.audits.settling:1m}") Duration settling) {
        return new Audits(audits, journal, balances, meters, clock, settling);
    }

    /** One audit a night, whichever instance is first. */
    record AuditSchedule(Audits audits, Clock clock) {

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
