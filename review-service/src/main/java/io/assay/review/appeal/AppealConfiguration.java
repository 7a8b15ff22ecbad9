package io.assay.review.appeal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Wires appeals, and settles what a crash has left of them. */
@Configuration(proxyBeanMethods = false)
@Import({
    PublishedVerdicts.class,
    RightAnswers.class,
    AppealMetrics.class,
    FileAppeal.class,
    AppealCases.class,
    SettleAppeals.class,
    DecideAppeal.class
})
class AppealConfiguration {

    @Bean
    SchedulingConfigurer settling(
            SettleAppeals settle,
            @Value("${assay.review.appeals.settle-interval:10s}") Duration interval) {
        return schedule ->
                schedule.addFixedDelayTask(new FixedDelayTask(settle::sweep, interval, interval));
    }

    @Bean
    MeterBinder appealQueueMetrics(MongoAppeals appeals) {
        return meters ->
                Gauge.builder("assay.appeals.waiting", appeals, MongoAppeals::waiting)
                        .description("appeals that wait for a reviewer")
                        .register(meters);
    }
}
