package io.assay.review.gold;

import io.assay.messaging.Aggregates;
import io.assay.messaging.StoreSetup;
import io.assay.review.project.MongoProjects;
import io.assay.review.skill.CountScores;
import io.assay.review.skill.MongoSkills;
import io.assay.review.verdict.VerdictMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires gold, and runs the release of its verdicts. */
@Configuration(proxyBeanMethods = false)
class GoldConfiguration {

    @Bean
    MongoGoldLabels goldLabels(Aggregates aggregates, MongoTemplate mongo) {
        return new MongoGoldLabels(aggregates, mongo);
    }

    @Bean
    VerdictDelays delays() {
        return new VerdictDelays(new SecureRandom());
    }

    @Bean
    Hold hold(VerdictDelays delays, GoldProperties properties, Clock clock) {
        return new Hold(delays, properties.longestHold(), clock);
    }

    @Bean
    GoldMetrics goldMetrics(MeterRegistry meters, VerdictMetrics verdicts) {
        return new GoldMetrics(meters, verdicts);
    }

    @Bean
    ScoreGold scoreGold(
            MongoGoldLabels goldLabels, CountScores skills, Hold hold, GoldMetrics goldMetrics) {
        return new ScoreGold(goldLabels, skills, hold, goldMetrics);
    }

    @Bean
    DoubtGold doubtGold(MongoGoldLabels goldLabels, MongoSkills skills) {
        return new DoubtGold(goldLabels, skills);
    }

    @Bean
    UndoScores undoScores(
            MongoGoldLabels goldLabels, ScoreGold scoreGold, CountScores skills, Clock clock) {
        return new UndoScores(goldLabels, scoreGold, skills, clock);
    }

    @Bean
    GoldVerdicts goldVerdicts(MongoGoldLabels goldLabels, CountScores skills) {
        return new GoldVerdicts(goldLabels, skills);
    }

    @Bean
    ReleaseVerdicts releaseVerdicts(
            MongoGoldLabels goldLabels,
            VerdictDelays delays,
            Hold hold,
            GoldMetrics goldMetrics,
            MongoProjects projects) {
        return new ReleaseVerdicts(goldLabels, delays, hold, goldMetrics, projects);
    }

    /** After pauses by chance: verdicts that come at a beat are those on gold. */
    @Bean
    SchedulingConfigurer releasing(ReleaseVerdicts releaseVerdicts, GoldProperties properties) {
        RandomGenerator random = new SecureRandom();
        return schedule ->
                schedule.addTriggerTask(
                        releaseVerdicts::release,
                        context -> next(context, properties.releaseInterval(), random));
    }

    private static Instant next(TriggerContext context, Duration mean, RandomGenerator random) {
        Instant last = context.lastCompletion();
        Instant from = last == null ? context.getClock().instant() : last;
        return from.plusNanos((long) (2 * mean.toNanos() * random.nextDouble()));
    }

    /** Not while the context refreshes: that must work without a store, to be trained at build. */
    @Bean
    StoreSetup goldIndexes(MongoGoldLabels goldLabels) {
        return goldLabels::ensureIndexes;
    }
}
