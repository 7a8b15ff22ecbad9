package io.assay.assignment.qualification;

import io.assay.assignment.project.Projects;
import io.assay.messaging.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires tutorials and tests. */
@Configuration(proxyBeanMethods = false)
@Import({Qualify.class, QualificationViews.class})
class QualificationConfiguration {

    @Bean
    EventConsumers.Handler endTrials(Qualify qualify, Projects projects) {
        return new EndTrials(qualify, projects)::end;
    }
}
