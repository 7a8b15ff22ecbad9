package io.assay.task.limit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final int MAX_EXPORTS = 12;
    private static final int MAX_EXPORTS_PER_OWNER = 3;

    @Bean
    MemoryBudget memoryBudget() {
        return MemoryBudget.ofThisProcess();
    }

    /** Of everything that goes through all tasks of a project. */
    @Bean
    Slots exportSlots() {
        return new Slots(MAX_EXPORTS, MAX_EXPORTS_PER_OWNER);
    }
}
