package io.assay.assignment.ownership;

import io.assay.assignment.assignment.MongoAssignments;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.Gate;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
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
            Gate gate,
            MongoTasks tasks,
            MongoAssignments assignments,
            Projects projects) {
        projects.listen(project -> follow(project, dispatch));
        return new Ownership(dispatch, gate, tasks, assignments);
    }

    private static void follow(Project project, Dispatch dispatch) {
        if (project.facts().status() == ProjectStatus.CLOSED) {
            dispatch.closeAll(project.id());
        } else {
            dispatch.want(project.id(), project.facts().overlap().min());
        }
    }

    @Bean
    Consumer<Message<List<byte[]>>> followTasks(
            EventConsumers consumers, MongoTasks tasks, Dispatch dispatch) {
        return consumers.batch(new FollowTasks(tasks, dispatch)::follow);
    }

    /** Ready to be asked for work: the share of this instance is known and rebuilt. */
    @Bean
    HealthIndicator dispatchHealthIndicator(Ownership ownership, Dispatch dispatch) {
        return () ->
                (ownership.settled() ? Health.up() : Health.outOfService())
                        .withDetail("partitions", dispatch.owned().size())
                        .withDetail("open", dispatch.open())
                        .build();
    }
}
