package io.assay.assignment.assignment;

import io.assay.assignment.budget.Budgets;
import io.assay.assignment.dispatch.BlockRandom;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.HandoverLock;
import io.assay.assignment.project.Projects;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeaseProperties.class)
@Import({
    Dispatch.class,
    HandoverLock.class,
    AssignmentMetrics.class,
    AssignmentViews.class,
    VisibleProjects.class,
    WhyNot.class,
    LeaseWriter.class,
    SubmitWork.class,
    SettleHolds.class,
    ExpireLeases.class
})
class AssignmentConfiguration {

    @Bean
    AggregateStore<Assignment> assignments(Aggregates aggregates) {
        return aggregates.store("assignments", Assignment.class);
    }

    @Bean
    GiveTrial giveTrial(AggregateStore<Assignment> assignments, MongoTasks tasks) {
        return new GiveTrial(assignments, tasks, new SecureRandom());
    }

    @Bean
    LeasePolicy leasePolicy(Dispatch dispatch, LeaseProperties properties) {
        return new LeasePolicy(dispatch, properties.batchesHeld(), properties.held());
    }

    /** The draws are secret: nobody can foresee which tasks are gold. */
    @Bean
    LeaseTasks leaseTasks(
            MongoWorkers workers,
            Projects projects,
            LeasePolicy policy,
            Dispatch dispatch,
            HandoverLock handover,
            LeaseWriter writer,
            Budgets budgets,
            Clock clock) {
        return new LeaseTasks(
                workers,
                projects,
                policy,
                dispatch,
                handover,
                writer,
                budgets,
                new BlockRandom(new SecureRandom()),
                clock);
    }
}
