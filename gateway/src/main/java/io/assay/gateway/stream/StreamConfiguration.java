package io.assay.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    @Bean
    @Primary
    StreamSlots resultStreamSlots(StreamProperties bounds, MeterRegistry metrics) {
        return new StreamSlots(
                "assay.streams.open", bounds.total(), bounds.perPrincipal(), metrics);
    }

    @Bean
    StreamSlots workStreamSlots(StreamProperties bounds, MeterRegistry metrics) {
        return new StreamSlots(
                "assay.streams.work.open", bounds.workTotal(), bounds.workPerPrincipal(), metrics);
    }
}
