package io.assay.task.project;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import io.assay.task.picture.MongoPictures;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class ProjectConfiguration {

    @Bean
    AggregateStore<Project> projectStore(Aggregates aggregates) {
        return aggregates.store("projects", Project.class);
    }

    @Bean
    MongoProjects projects(AggregateStore<Project> projectStore) {
        return new MongoProjects(projectStore);
    }

    @Bean
    MongoGuidelines guidelines(MongoTemplate mongo) {
        return new MongoGuidelines(mongo);
    }

    @Bean
    ManageProjects manageProjects(
            AggregateStore<Project> projectStore,
            MongoGuidelines guidelines,
            MongoPictures pictures,
            Clock clock) {
        return new ManageProjects(projectStore, guidelines, new GuidelinePictures(pictures), clock);
    }

    @Bean
    StoreSetup projectsIndexes(MongoProjects projects) {
        return projects::ensureIndexes;
    }
}
