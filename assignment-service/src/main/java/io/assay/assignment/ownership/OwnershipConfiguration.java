package io.assay.assignment.ownership;

import io.assay.assignment.assignment.MongoAssignmentHistory;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.HandoverLock;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.task.MongoOwners;
import io.assay.assignment.task.MongoTasks;
import io.assay.events.ProjectStatus;
import io.assay.messaging.EventConsumers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class OwnershipConfiguration {

    @Bean
    Ownership ownership(
            Dispatch dispatch,
            HandoverLock handover,
            MongoTasks tasks,
            MongoAssignmentHistory history,
            MongoOwners owners,
            Projects projects) {
        projects.listen(project -> follow(project, dispatch));
        return new Ownership(dispatch, handover, tasks, history, owners);
    }

    private static void follow(Project project, Dispatch dispatch) {
        if (project.facts().status() == ProjectStatus.CLOSED) {
            dispatch.closeAll(project.id());
        } else {
            dispatch.want(project.id(), project.facts().overlap().min());
        }
    }

    @Bean
    EventConsumers.Handler followTasks(MongoTasks tasks, Dispatch dispatch) {
        return new FollowTasks(tasks, dispatch)::follow;
    }

    /**
     * One consumer for all topics: each more would be a member of the group, whose coming and going
     * takes every partition from every owner for a moment. Each handler picks its own events.
     */
    @Bean
    Consumer<Message<List<byte[]>>> followEvents(
            EventConsumers consumers, List<EventConsumers.Handler> handlers) {
        return consumers.batch(batch -> handlers.forEach(handler -> handler.handle(batch)));
    }

    /** Ready to be asked for work: the share of this instance is known and rebuilt. */
    @Bean
    HealthIndicator dispatchHealthIndicator(HandoverLock handover, Dispatch dispatch) {
        return () ->
                (handover.isReady() ? Health.up() : Health.outOfService())
                        .withDetail("partitions", dispatch.owned().size())
                        .withDetail("open", dispatch.open())
                        .build();
    }
}
