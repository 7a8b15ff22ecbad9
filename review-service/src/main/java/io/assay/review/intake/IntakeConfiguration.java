package io.assay.review.intake;

import io.assay.review.gold.UndoScores;
import io.assay.review.gold.VerdictDelays;
import io.assay.review.learning.ProjectModels;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.rejection.RejectionAlarm;
import io.assay.review.revision.ReviseResults;
import io.assay.review.skill.MongoAgreements;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.Pseudonyms;
import io.assay.review.task.ReviewContexts;
import io.assay.review.task.ReviewSettings;
import io.assay.review.verdict.VerdictMetrics;
import io.assay.truth.consensus.Tolerance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Wires the tasks and what is received of them. */
@Configuration(proxyBeanMethods = false)
@Import({
    ProjectModels.class,
    PictureLinks.class,
    ReviewContexts.class,
    ScoreGoldSteps.class,
    ReviseResults.class,
    RecheckGold.class,
    ReviewTasks.class,
    FollowProjects.class
})
class IntakeConfiguration {
    private static final Duration UNDO_INTERVAL = Duration.ofSeconds(1);

    @Bean
    TaskOutcomes taskOutcomes(
            MeterRegistry meters,
            VerdictMetrics verdicts,
            VerdictDelays delays,
            MongoAgreements agreements,
            RejectionAlarm alarm) {
        return new TaskOutcomes(meters, verdicts, delays, agreements::add, alarm);
    }

    /** Whoever may sign links may also know who is who, so one secret will do. */
    @Bean
    ReviewSettings settings(
            Tolerance tolerance,
            @Value("${assay.review.pseudonym-secret:${assay.pictures.signing-secret}}")
                    String secret) {
        return ReviewSettings.of(tolerance, new Pseudonyms(secret));
    }

    @Bean
    SchedulingConfigurer undoing(MongoTasks tasks, UndoScores scores) {
        UndoGold undoGold = new UndoGold(tasks, scores);
        return schedule ->
                schedule.addFixedDelayTask(
                        new FixedDelayTask(undoGold::undo, UNDO_INTERVAL, UNDO_INTERVAL));
    }

    @Bean
    MeterBinder queueMetrics(MongoTasks tasks) {
        return meters ->
                Gauge.builder("assay.escalations.waiting", tasks, MongoTasks::queued)
                        .description("pictures that wait for a reviewer")
                        .register(meters);
    }
}
