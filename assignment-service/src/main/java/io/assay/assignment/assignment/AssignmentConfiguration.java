package io.assay.assignment.assignment;

import io.assay.assignment.budget.Budgets;
import io.assay.assignment.dispatch.BlockRandom;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.HandoverLock;
import io.assay.assignment.figure.KeepFigures;
import io.assay.assignment.project.Projects;
import io.assay.assignment.task.MongoOwners;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.web.SignedPictures;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeaseProperties.class)
class AssignmentConfiguration {

    @Bean
    Dispatch dispatch() {
        return new Dispatch();
    }

    @Bean
    HandoverLock handoverLock() {
        return new HandoverLock();
    }

    @Bean
    AggregateStore<Assignment> assignments(Aggregates aggregates) {
        return aggregates.store("assignments", Assignment.class);
    }

    @Bean
    AssignmentMetrics assignmentMetrics(MeterRegistry meters, Dispatch dispatch) {
        return new AssignmentMetrics(meters, dispatch);
    }

    @Bean
    AssignmentViews assignmentViews(SignedPictures pictures, Clock clock) {
        return new AssignmentViews(pictures, clock);
    }

    @Bean
    VisibleProjects visibleProjects(Projects projects, MongoAssignments assignments) {
        return new VisibleProjects(projects, assignments);
    }

    @Bean
    GiveTrial giveTrial(AggregateStore<Assignment> assignments, MongoTasks tasks) {
        return new GiveTrial(assignments, tasks, new SecureRandom());
    }

    @Bean
    LeaseWriter leaseWriter(
            AggregateStore<Assignment> assignments,
            MongoLeaseRecords records,
            MongoTasks tasks,
            Projects projects,
            Budgets budgets,
            MongoOwners owners,
            Dispatch dispatch,
            AssignmentMetrics metrics,
            Clock clock) {
        return new LeaseWriter(
                assignments, records, tasks, projects, budgets, owners, dispatch, metrics, clock);
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

    @Bean
    WhyNot whyNot(LeasePolicy policy, Dispatch dispatch, HandoverLock handover, Clock clock) {
        return new WhyNot(policy, dispatch, handover, clock);
    }

    @Bean
    SubmitWork submitWork(
            AggregateStore<Assignment> assignments,
            Projects projects,
            Dispatch dispatch,
            AssignmentMetrics metrics,
            KeepFigures figures,
            Clock clock) {
        return new SubmitWork(assignments, projects, dispatch, metrics, figures, clock);
    }

    @Bean
    SettleHolds settleHolds(
            Budgets budgets,
            AggregateStore<Assignment> assignments,
            MongoTasks tasks,
            MongoWorkers workers,
            Projects projects,
            Clock clock) {
        return new SettleHolds(budgets, assignments, tasks, workers, projects, clock);
    }

    @Bean
    ExpireLeases expireLeases(
            Dispatch dispatch,
            AggregateStore<Assignment> assignments,
            MongoOwners owners,
            AssignmentMetrics metrics,
            Clock clock) {
        return new ExpireLeases(dispatch, assignments, owners, metrics, clock);
    }
}
