package io.assay.review.freeze;

import io.assay.review.project.MongoProjects;
import io.assay.review.rejection.RejectionAlarm;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Wires the holding of verdicts. */
@Configuration(proxyBeanMethods = false)
@Import(EndFreezes.class)
class FreezeConfiguration {

    @Bean
    RejectionAlarm rejectionAlarm(FreezeProperties properties) {
        return new RejectionAlarm(properties.rule());
    }

    @Bean
    SchedulingConfigurer endingFreezes(EndFreezes endFreezes, FreezeProperties properties) {
        return schedule ->
                schedule.addFixedDelayTask(
                        new FixedDelayTask(
                                endFreezes::sweep,
                                properties.sweepInterval(),
                                properties.sweepInterval()));
    }

    @Bean
    MeterBinder freezeMetrics(MongoProjects projects) {
        return meters ->
                Gauge.builder("assay.projects.frozen", projects, MongoProjects::countFrozen)
                        .description("projects whose verdicts are held")
                        .register(meters);
    }
}
