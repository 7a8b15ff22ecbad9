package io.assay.assignment.budget;

import io.assay.messaging.StoreSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class BudgetConfiguration {

    @Bean
    MongoBudgets mongoBudgets(MongoTemplate mongo) {
        return new MongoBudgets(mongo);
    }

    @Bean
    StoreSetup budgetIndexes(MongoBudgets budgets) {
        return budgets::ensureIndexes;
    }

    @Bean
    Budgets budgets(MongoBudgets store) {
        return new Budgets(store);
    }
}
