package io.assay.task.export;

import io.assay.task.project.MongoGuidelines;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    Manifests manifests(MongoGuidelines guidelines, Clock clock) {
        return new Manifests(guidelines, clock);
    }
}
