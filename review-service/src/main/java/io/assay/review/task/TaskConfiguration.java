package io.assay.review.task;

import io.assay.messaging.Aggregates;
import io.assay.review.consensus.Tolerance;
import io.assay.review.gold.Delays;
import io.assay.review.gold.ScoreGold;
import io.assay.review.project.MongoProjects;
import io.assay.review.skill.MongoAgreements;
import io.assay.review.skill.MongoSkills;
import io.assay.review.verdict.VerdictMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the tasks. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    @Bean
    MongoTasks tasks(Aggregates aggregates, MongoTemplate mongo) {
        return new MongoTasks(aggregates, mongo);
    }

    @Bean
    TaskOutcomes taskOutcomes(
            MeterRegistry meters,
            VerdictMetrics verdicts,
            Delays delays,
            MongoAgreements agreements) {
        return new TaskOutcomes(meters, verdicts, delays, agreements);
    }

    @Bean
    ReviewTasks reviewing(
            MongoTasks tasks,
            MongoProjects projects,
            MongoSkills skills,
            ScoreGold gold,
            TaskOutcomes outcomes,
            Tolerance tolerance,
            Clock clock) {
        return new ReviewTasks(tasks, projects, skills, gold, outcomes, tolerance, clock);
    }

    @Bean
    HearProjects hearProjects(MongoProjects projects, ReviewTasks reviewing) {
        return new HearProjects(projects, reviewing);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> taskIndexes(MongoTasks tasks) {
        return _ -> tasks.ensureIndexes();
    }

    @Bean
    MeterBinder queueMetrics(MongoTasks tasks) {
        return meters ->
                Gauge.builder("assay.escalations.waiting", tasks, MongoTasks::queued)
                        .description("pictures that wait for a reviewer")
                        .register(meters);
    }
}
