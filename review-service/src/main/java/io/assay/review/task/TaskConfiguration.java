package io.assay.review.task;

import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import io.assay.review.crowd.Crowds;
import io.assay.review.freeze.RejectionAlarm;
import io.assay.review.gold.Delays;
import io.assay.review.gold.DoubtGold;
import io.assay.review.gold.ScoreGold;
import io.assay.review.gold.UndoScores;
import io.assay.review.project.MongoProjects;
import io.assay.review.skill.MongoAgreements;
import io.assay.review.skill.MongoSkills;
import io.assay.review.verdict.VerdictMetrics;
import io.assay.truth.consensus.Tolerance;
import io.assay.web.SignedUrls;
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

/** Wires the tasks. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {
    private static final Duration UNDO_INTERVAL = Duration.ofSeconds(1);

    @Bean
    MongoTasks tasks(Aggregates aggregates, MongoTemplate mongo) {
        return new MongoTasks(aggregates, mongo);
    }

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

    @Bean
    TaskOutcomes taskOutcomes(
            MeterRegistry meters,
            VerdictMetrics verdicts,
            Delays delays,
            MongoAgreements agreements,
            RejectionAlarm alarm) {
        return new TaskOutcomes(meters, verdicts, delays, agreements::add, alarm);
    }

    /** Whoever may sign links may also know who is who, so one secret will do. */
    @Bean
    Practice practice(
            Tolerance tolerance,
            @Value("${assay.review.pseudonym-secret:${assay.pictures.signing-secret}}")
                    String secret) {
        return Practice.of(tolerance, new Pseudonyms(secret));
    }

    @Bean
    PictureLinks pictureLinks(SignedUrls links, Clock clock) {
        return new PictureLinks(links, clock);
    }

    @Bean
    Situations situations(MongoSkills skills, Crowds crowds, Practice practice, Clock clock) {
        return new Situations(skills, crowds, practice, clock);
    }

    @Bean
    TakeGold takeGold(ScoreGold gold, DoubtGold doubts) {
        return new TakeGold(gold, doubts);
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
            Situations situations,
            TaskOutcomes outcomes,
            Crowds crowds) {
        return new ReviseResults(tasks, projects, situations, outcomes, crowds);
    }

    @Bean
    LookAgain lookAgain(
            MongoTasks tasks,
            MongoProjects projects,
            DoubtGold doubts,
            TaskOutcomes outcomes,
            Practice practice,
            Clock clock) {
        return new LookAgain(tasks, projects, doubts, outcomes, practice, clock);
    }

    @Bean
    ReviewTasks reviewing(
            MongoTasks tasks,
            MongoProjects projects,
            MongoSkills skills,
            TakeGold gold,
            TaskOutcomes outcomes,
            Crowds crowds,
            ReviseResults revision,
            LookAgain lookAgain,
            Practice practice,
            Clock clock) {
        return new ReviewTasks(
                tasks, projects, skills, gold, outcomes, crowds, revision, lookAgain, practice,
                clock);
    }

    @Bean
    HearProjects hearProjects(MongoProjects projects, ReviewTasks reviewing) {
        return new HearProjects(projects, reviewing);
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
