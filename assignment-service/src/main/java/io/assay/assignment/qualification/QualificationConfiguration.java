package io.assay.assignment.qualification;

import io.assay.assignment.assignment.AssignmentViews;
import io.assay.assignment.assignment.GiveTrial;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.ChangeWorkers;
import io.assay.messaging.EventConsumers;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires tutorials and tests. */
@Configuration(proxyBeanMethods = false)
class QualificationConfiguration {

    @Bean
    Qualify qualify(
            MongoQualifications qualifications,
            GiveTrial trials,
            ChangeWorkers workers,
            Dispatch dispatch,
            Clock clock) {
        return new Qualify(qualifications, trials, workers, dispatch, clock);
    }

    @Bean
    QualificationViews qualificationViews(
            Qualify qualify, GiveTrial trials, AssignmentViews assignments) {
        return new QualificationViews(qualify, trials, assignments);
    }

    @Bean
    EventConsumers.Handler endTrials(Qualify qualify, Projects projects) {
        return new EndTrials(qualify, projects)::end;
    }
}
