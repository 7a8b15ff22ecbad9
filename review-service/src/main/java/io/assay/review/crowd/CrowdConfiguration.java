package io.assay.review.crowd;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires what is learnt of the crowds. */
@Configuration(proxyBeanMethods = false)
class CrowdConfiguration {

    @Bean
    Crowds crowds(MongoTemplate mongo) {
        return new Crowds(new MongoCrowds(mongo));
    }
}
