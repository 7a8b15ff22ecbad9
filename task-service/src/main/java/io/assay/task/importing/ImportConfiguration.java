package io.assay.task.importing;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.StoreSetup;
import io.assay.task.picture.MongoPictures;
import io.assay.task.project.MongoProjects;
import io.assay.task.task.Task;
import io.assay.task.task.TaskIds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ImportConfiguration {

    @Bean
    MongoImports imports(MongoTemplate mongo) {
        return new MongoImports(mongo);
    }

    @Bean
    ImportWatch importWatch(MongoImports imports, Clock clock) {
        return new ImportWatch(imports, clock);
    }

    @Bean
    SchedulingConfigurer importBeat(ImportWatch watch) {
        return tasks -> tasks.addFixedDelayTask(watch::beat, ImportWatch.BEAT);
    }

    @Bean
    ImportAccess importAccess(MongoProjects projects, MongoImports imports) {
        return new ImportAccess(projects, imports);
    }

    @Bean
    ImportWriter importWriter(
            AggregateStore<Task> taskStore,
            MongoPictures pictures,
            MongoImports imports,
            TaskIds ids,
            MongoTemplate mongo,
            MeterRegistry meters,
            Clock clock) {
        MongoNamedWorkers named = new MongoNamedWorkers(mongo);
        InsertRows rows = new InsertRows(taskStore, pictures, named, ids, clock);
        return new ImportWriter(rows, imports, meters, clock);
    }

    @Bean
    RunImports runImports(
            MongoImports imports, ImportWriter writer, ImportWatch watch, MongoPictures pictures) {
        return new RunImports(imports, new ImportAttempts(writer, watch, pictures), writer);
    }

    @Bean
    StoreSetup importsIndexes(MongoImports imports) {
        return imports::ensureIndexes;
    }
}
