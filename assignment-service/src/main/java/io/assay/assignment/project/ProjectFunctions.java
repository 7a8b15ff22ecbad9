package io.assay.assignment.project;

import io.assay.messaging.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Receives projects and budgets. */
@Configuration(proxyBeanMethods = false)
@Import({Projects.class, KeepProjects.class})
class ProjectFunctions {

    @Bean
    EventConsumers.Handler keepProjects(KeepProjects copies) {
        return copies::keepProjects;
    }

    @Bean
    EventConsumers.Handler keepBudgets(KeepProjects copies) {
        return copies::keepBudgets;
    }
}
