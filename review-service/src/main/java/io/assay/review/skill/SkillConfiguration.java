package io.assay.review.skill;

import io.assay.messaging.Aggregates;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the workers' skills. */
@Configuration(proxyBeanMethods = false)
class SkillConfiguration {

    @Bean
    MongoSkills skills(Aggregates aggregates) {
        return new MongoSkills(aggregates);
    }

    @Bean
    CountScores countScores(MongoSkills skills, TierLadder ladder, Clock clock) {
        return new CountScores(skills, ladder, clock);
    }

    @Bean
    MongoAgreements agreements(MongoTemplate mongo) {
        return new MongoAgreements(mongo);
    }
}
