package io.assay.review.freeze;

import io.assay.review.intake.ReviewTasks;
import io.assay.review.project.MongoProjects;
import io.assay.review.rejection.RejectionAlarm;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Wires the holding of verdicts. */
@Configuration(proxyBeanMethods = false)
class FreezeConfiguration {

    @Bean
    RejectionAlarm rejectionAlarm(FreezeProperties properties) {
        return new RejectionAlarm(properties.rule());
    }

    @Bean
    ThawProjects thawProjects(MongoProjects projects, ReviewTasks reviewing, Clock clock) {
        return new ThawProjects(projects, reviewing, clock);
    }

    @Bean
    SchedulingConfigurer thawing(ThawProjects thawProjects, FreezeProperties properties) {
        return schedule ->
                schedule.addFixedDelayTask(
                        new FixedDelayTask(
                                thawProjects::sweep,
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
