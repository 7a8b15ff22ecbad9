package io.assay.assignment.project;

import io.assay.assignment.budget.BudgetStore;
import io.assay.assignment.task.MongoTasks;
import io.assay.messaging.Aggregates;
import io.assay.messaging.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Hears of projects and budgets. */
@Configuration(proxyBeanMethods = false)
class ProjectFunctions {

    @Bean
    Projects projects() {
        return new Projects();
    }

    @Bean
    MongoGuidelines mongoGuidelines(MongoTemplate mongo) {
        return new MongoGuidelines(mongo);
    }

    @Bean
    KeepProjects keepProjectCopies(
            MongoTemplate mongo,
            Aggregates aggregates,
            BudgetStore budgets,
            MongoGuidelines guidelines,
            Projects projects,
            MongoTasks tasks) {
        return new KeepProjects(
                new MongoCopies(mongo, aggregates), budgets, guidelines, projects, tasks);
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
