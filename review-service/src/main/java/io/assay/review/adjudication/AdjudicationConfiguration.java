package io.assay.review.adjudication;

import io.assay.review.gold.GoldVerdicts;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.project.MongoProjects;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.ReviewContexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the reviewers' queue. */
@Configuration(proxyBeanMethods = false)
class AdjudicationConfiguration {

    @Bean
    Conflicts conflicts(GoldVerdicts golds) {
        return new Conflicts(golds);
    }

    @Bean
    Cases cases(
            MongoTasks tasks, MongoProjects projects, PictureLinks pictures, Conflicts conflicts) {
        return new Cases(tasks, projects, pictures, conflicts);
    }

    @Bean
    MongoReviewers reviewers(MongoTemplate mongo) {
        return new MongoReviewers(mongo);
    }

    @Bean
    DecideTask decideTask(
            MongoTasks tasks,
            MongoProjects projects,
            TaskOutcomes outcomes,
            MongoReviewers reviewers,
            ReviewContexts contexts,
            Conflicts conflicts) {
        return new DecideTask(tasks, projects, outcomes, reviewers, contexts, conflicts);
    }
}
