package io.assay.review.appeal;

import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import io.assay.review.adjudication.MongoReviewers;
import io.assay.review.gold.GoldVerdicts;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.project.MongoProjects;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.ReviewContexts;
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

/** Wires appeals, and settles what a crash has left of them. */
@Configuration(proxyBeanMethods = false)
class AppealConfiguration {

    @Bean
    MongoAppeals appeals(Aggregates aggregates, MongoTemplate mongo) {
        return new MongoAppeals(aggregates, mongo);
    }

    @Bean
    PublishedVerdicts toldVerdicts(MongoTasks tasks, GoldVerdicts golds) {
        return new PublishedVerdicts(tasks, golds);
    }

    @Bean
    RightAnswers rightAnswers(MongoTasks tasks, MongoProjects projects, Clock clock) {
        return new RightAnswers(tasks, projects, clock);
    }

    @Bean
    AppealMetrics appealMetrics(MeterRegistry meters) {
        return new AppealMetrics(meters);
    }

    @Bean
    FileAppeal fileAppeal(
            PublishedVerdicts verdicts,
            MongoAppeals appeals,
            MongoProjects projects,
            AppealMetrics metrics,
            Clock clock) {
        return new FileAppeal(verdicts, appeals, projects, metrics, clock);
    }

    @Bean
    AppealCases appealCases(
            MongoAppeals appeals,
            MongoTasks tasks,
            MongoProjects projects,
            GoldVerdicts golds,
            PublishedVerdicts verdicts,
            PictureLinks pictures) {
        return new AppealCases(appeals, tasks, projects, golds, verdicts, pictures);
    }

    @Bean
    SettleAppeals settleAppeals(
            MongoAppeals appeals,
            MongoTasks tasks,
            MongoProjects projects,
            GoldVerdicts golds,
            ReviewContexts contexts,
            TaskOutcomes outcomes) {
        return new SettleAppeals(appeals, tasks, projects, golds, contexts, outcomes);
    }

    @Bean
    DecideAppeal decideAppeal(
            MongoAppeals appeals,
            AppealCases cases,
            SettleAppeals settle,
            MongoReviewers reviewers,
            AppealMetrics metrics) {
        return new DecideAppeal(appeals, cases, settle, reviewers, metrics);
    }

    @Bean
    SchedulingConfigurer settling(
            SettleAppeals settle,
            @Value("${assay.review.appeals.settle-interval:10s}") Duration interval) {
        return schedule ->
                schedule.addFixedDelayTask(new FixedDelayTask(settle::sweep, interval, interval));
    }

    @Bean
    StoreSetup appealIndexes(MongoAppeals appeals) {
        return appeals::ensureIndexes;
    }

    @Bean
    MeterBinder appealQueueMetrics(MongoAppeals appeals) {
        return meters ->
                Gauge.builder("assay.appeals.waiting", appeals, MongoAppeals::waiting)
                        .description("appeals that wait for a reviewer")
                        .register(meters);
    }
}
