package io.assay.assignment.project;

import io.assay.assignment.budget.Budgets;
import io.assay.assignment.task.MongoTasks;
import io.assay.messaging.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Receives projects and budgets. */
@Configuration(proxyBeanMethods = false)
class ProjectFunctions {

    @Bean
    Projects projects() {
        return new Projects();
    }

    @Bean
    KeepProjects keepProjectCopies(
            MongoCopies copies,
            Budgets budgets,
            MongoGuidelines guidelines,
            Projects projects,
            MongoTasks tasks) {
        return new KeepProjects(copies, budgets, guidelines, projects, tasks);
    }

    @Bean
    EventConsumers.Handler keepProjects(KeepProjects copies) {
        return copies::keepProjects;
    }

    @Bean
    EventConsumers.Handler keepBudgets(KeepProjects copies) {
        return copies::keepBudgets;
    }
}
