package io.assay.review.learning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires what is learnt of the crowds. */
@Configuration(proxyBeanMethods = false)
class ProjectModelConfiguration {

    @Bean
    ProjectModels models(MongoTemplate mongo) {
        return new ProjectModels(new MongoProjectModels(mongo));
    }
}
