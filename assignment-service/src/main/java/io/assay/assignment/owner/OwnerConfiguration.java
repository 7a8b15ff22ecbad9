package io.assay.assignment.owner;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class OwnerConfiguration {

    @Bean
    MongoOwners mongoOwners(MongoTemplate mongo) {
        return new MongoOwners(mongo);
    }
}
