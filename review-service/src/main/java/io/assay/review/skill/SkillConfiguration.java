package io.assay.review.skill;

import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import io.assay.review.project.MongoProjects;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the workers' skills. */
@Configuration(proxyBeanMethods = false)
class SkillConfiguration {

    @Bean
    MongoSkills skills(Aggregates aggregates, MongoTemplate mongo) {
        return new MongoSkills(aggregates, mongo);
    }

    @Bean
    CountScores countScores(
            MongoSkills skills,
            MongoAgreements agreements,
            MongoProjects projects,
            TierLadder ladder,
            Clock clock) {
        return new CountScores(skills, agreements, projects, ladder, clock);
    }

    @Bean
    SkillViews tellSkills(
            MongoSkills skills, MongoAgreements agreements, TierLadder ladder, Clock clock) {
        return new SkillViews(skills, agreements, ladder, clock);
    }

    @Bean
    ReviewSignals reviewSignals(MongoSkills skills, Clock clock) {
        return new ReviewSignals(skills, clock);
    }

    @Bean
    StoreSetup skillIndexes(MongoSkills skills) {
        return skills::ensureIndexes;
    }

    @Bean
    MongoAgreements agreements(MongoTemplate mongo) {
        return new MongoAgreements(mongo);
    }
}
