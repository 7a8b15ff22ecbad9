package io.assay.task.picture;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureProperties.class)
class PictureConfiguration {

    /** Longer than any upload takes. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    @Bean
    Blobs blobs(PictureProperties properties, Clock clock) throws IOException {
        Blobs blobs = new Blobs(properties.directory());
        blobs.dropArrivedBefore(clock.instant().minus(ABANDONED));
        return blobs;
    }

    @Bean
    MongoPictures pictures(MongoTemplate mongo) {
        return new MongoPictures(mongo);
    }

    @Bean
    StorePicture storePicture(
            Blobs blobs, MongoPictures pictures, MeterRegistry meters, Clock clock) {
        return new StorePicture(blobs, new PictureChecks(), pictures, meters, clock);
    }
}
