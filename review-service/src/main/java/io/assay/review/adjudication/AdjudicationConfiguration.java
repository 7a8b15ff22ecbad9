package io.assay.review.adjudication;

import io.assay.review.consensus.Tolerance;
import io.assay.review.project.MongoProjects;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.TaskOutcomes;
import io.assay.web.SignedUrls;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reviewers' queue. */
@Configuration(proxyBeanMethods = false)
class AdjudicationConfiguration {

    @Bean
    Cases cases(MongoTasks tasks, MongoProjects projects, SignedUrls links, Clock clock) {
        return new Cases(tasks, projects, links, clock);
    }

    @Bean
    DecideTask decideTask(
            MongoTasks tasks,
            MongoProjects projects,
            TaskOutcomes outcomes,
            Tolerance tolerance,
            Clock clock) {
        return new DecideTask(tasks, projects, outcomes, tolerance, clock);
    }
}
