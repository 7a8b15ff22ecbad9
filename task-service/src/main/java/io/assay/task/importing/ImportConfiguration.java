package io.assay.task.importing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@Import({
    InsertRows.class,
    ImportWriter.class,
    ImportAttempts.class,
    RunImports.class,
    ImportWatch.class,
    ImportAccess.class
})
@EnableScheduling
class ImportConfiguration {

    @Bean
    SchedulingConfigurer importBeat(ImportWatch watch) {
        return tasks -> tasks.addFixedDelayTask(watch::beat, ImportWatch.BEAT);
    }
}
