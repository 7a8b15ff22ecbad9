package io.assay.assignment.qualification;

import io.assay.assignment.assignment.AssignmentViews;
import io.assay.assignment.assignment.GiveTrial;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.project.Projects;
import io.assay.assignment.task.MongoTasks;
import io.assay.assignment.worker.ChangeWorkers;
import io.assay.messaging.EventConsumers;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires tutorials and tests. */
@Configuration(proxyBeanMethods = false)
class QualificationConfiguration {

    @Bean
    Qualify qualify(
            MongoQualifications qualifications,
            MongoTasks tasks,
            GiveTrial give,
            ChangeWorkers workers,
            Dispatch dispatch,
            Clock clock) {
        TrialQuestions questions = new TrialQuestions(tasks, give, new SecureRandom());
        return new Qualify(qualifications, questions, workers, dispatch, clock);
    }

    @Bean
    QualificationViews qualificationViews(Qualify qualify, AssignmentViews assignments) {
        return new QualificationViews(qualify, assignments);
    }

    @Bean
    EventConsumers.Handler endTrials(Qualify qualify, Projects projects) {
        return new EndTrials(qualify, projects)::end;
    }
}
