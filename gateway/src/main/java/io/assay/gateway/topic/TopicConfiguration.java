package io.assay.gateway.topic;

import io.assay.messaging.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The codec of the events, which the gateway only reads. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec("gateway");
    }
}
