package io.assay.task.project;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({GuidelinePictures.class, ManageProjects.class})
class ProjectConfiguration {

    @Bean
    AggregateStore<Project> projectStore(Aggregates aggregates) {
        return aggregates.store("projects", Project.class);
    }
}
