package io.assay.review.intake;

import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import io.assay.review.gold.DoubtGold;
import io.assay.review.gold.ScoreGold;
import io.assay.review.gold.UndoScores;
import io.assay.review.gold.VerdictDelays;
import io.assay.review.learning.ProjectModels;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.project.MongoProjects;
import io.assay.review.rejection.RejectionAlarm;
import io.assay.review.revision.ReviseResults;
import io.assay.review.skill.MongoAgreements;
import io.assay.review.skill.MongoSkills;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.Pseudonyms;
import io.assay.review.task.ReviewContexts;
import io.assay.review.task.ReviewSettings;
import io.assay.review.verdict.VerdictMetrics;
import io.assay.truth.consensus.Tolerance;
import io.assay.web.SignedPictures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Wires the tasks and what is received of them. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    private static final Duration UNDO_INTERVAL = Duration.ofSeconds(1);

    @Bean
    MongoTasks tasks(Aggregates aggregates, MongoTemplate mongo) {
        return new MongoTasks(aggregates, mongo);
    }

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
    PictureLinks pictureLinks(SignedPictures links) {
        return new PictureLinks(links);
    }

    @Bean
    ReviewContexts contexts(
            MongoSkills skills, ProjectModels models, ReviewSettings settings, Clock clock) {
        return new ReviewContexts(skills, models, settings, clock);
    }

    @Bean
    ScoreGoldSteps takeGold(ScoreGold gold, DoubtGold doubts) {
        return new ScoreGoldSteps(gold, doubts);
    }

    @Bean
    SchedulingConfigurer undoing(MongoTasks tasks, UndoScores scores) {
        UndoGold undoGold = new UndoGold(tasks, scores);
        return schedule ->
                schedule.addFixedDelayTask(
                        new FixedDelayTask(undoGold::undo, UNDO_INTERVAL, UNDO_INTERVAL));
    }

    @Bean
    ReviseResults reviseResults(
            MongoTasks tasks,
            MongoProjects projects,
            ReviewContexts contexts,
            TaskOutcomes outcomes,
            ProjectModels models) {
        return new ReviseResults(tasks, projects, contexts, outcomes, models);
    }

    @Bean
    RecheckGold lookAgain(
            MongoTasks tasks,
            MongoProjects projects,
            DoubtGold doubts,
            TaskOutcomes outcomes,
            ReviewSettings settings,
            Clock clock) {
        return new RecheckGold(tasks, projects, doubts, outcomes, settings, clock);
    }

    @Bean
    ReviewTasks reviewing(
            MongoTasks tasks,
            MongoProjects projects,
            MongoSkills skills,
            ScoreGoldSteps gold,
            TaskOutcomes outcomes,
            ProjectModels models,
            ReviseResults revision,
            RecheckGold lookAgain,
            ReviewSettings settings,
            Clock clock) {
        return new ReviewTasks(
                tasks, projects, skills, gold, outcomes, models, revision, lookAgain, settings,
                clock);
    }

    @Bean
    FollowProjects hearProjects(MongoProjects projects, ReviewTasks reviewing) {
        return new FollowProjects(projects, reviewing);
    }

    @Bean
    StoreSetup taskIndexes(MongoTasks tasks) {
        return tasks::ensureIndexes;
    }

    @Bean
    MeterBinder queueMetrics(MongoTasks tasks) {
        return meters ->
                Gauge.builder("assay.escalations.waiting", tasks, MongoTasks::queued)
                        .description("pictures that wait for a reviewer")
                        .register(meters);
    }
}
