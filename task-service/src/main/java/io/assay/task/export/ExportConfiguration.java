package io.assay.task.export;

import io.assay.task.project.MongoGuidelines;
import io.assay.web.SignedUrls;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    PictureLinks pictureLinks(SignedUrls urls, Clock clock) {
        return new PictureLinks(urls, clock);
    }

    @Bean
    Manifests manifests(MongoGuidelines guidelines, Clock clock) {
        return new Manifests(guidelines, clock);
    }
}
