package io.assay.assignment.notice;

import io.assay.assignment.assignment.LeasePolicy;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.MongoWorkers;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeConfiguration {

    @Bean
    WorkForWorkers workForWorkers(
            Projects projects,
            MongoWorkers workers,
            LeasePolicy policy,
            Dispatch dispatch,
            Clock clock) {
        return new WorkForWorkers(projects, workers, policy, dispatch, clock);
    }
}
