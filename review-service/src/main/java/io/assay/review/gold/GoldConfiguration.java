package io.assay.review.gold;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires gold, and runs the release of its verdicts. */
@Configuration(proxyBeanMethods = false)
@Import({
    GoldMetrics.class,
    ScoreGold.class,
    DoubtGold.class,
    UndoScores.class,
    GoldVerdicts.class,
    ReleaseVerdicts.class
})
class GoldConfiguration {

    @Bean
    VerdictDelays delays() {
        return new VerdictDelays(new SecureRandom());
    }

    @Bean
    Hold hold(VerdictDelays delays, GoldProperties properties, Clock clock) {
        return new Hold(delays, properties.longestHold(), clock);
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
}
