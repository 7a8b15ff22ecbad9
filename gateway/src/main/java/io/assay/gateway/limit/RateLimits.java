package io.assay.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.assay.gateway.limit.LimitProperties.Limit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * A bucket of tokens per subject, in this instance's memory: behind n instances a subject gets up
 * to n times its limit, which is enough against abuse and costs no shared counter.
 */
@Component
class RateLimits {

    /** Subjects remembered; who asked longest ago is forgotten first. */
    static final int MAX_SUBJECTS = 100_000;

    private final LimitProperties properties;
    private final TimeMeter time;
    private final Cache<Subject, Bucket> buckets;

    RateLimits(LimitProperties properties, Clock clock) {
        this.properties = properties;
        this.time = new ClockMeter(clock);
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MAX_SUBJECTS)
                        .expireAfterAccess(Duration.ofHours(1))
                        .build();
    }

    /** Takes one token; returns how long to wait if there is none, and zero if there was. */
    Duration take(Subject subject) {
        Bucket bucket = buckets.get(subject, this::bucket);
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** How long {@link #take} would have to wait, without taking anything. */
    Duration look(Subject subject) {
        Bucket bucket = buckets.get(subject, this::bucket);
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /** As if it had not been taken. */
    void giveBack(Subject subject) {
        buckets.get(subject, this::bucket).addTokens(1);
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(Subject subject) {
        Limit limit = limit(subject.kind());
        return Bucket.builder()
                .addLimit(
                        to ->
                                to.capacity(limit.burst())
                                        .refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private Limit limit(Subject.Kind kind) {
        return switch (kind) {
            case PRINCIPAL -> properties.principal();
            case ADDRESS -> properties.address();
            case PICTURES -> properties.pictures();
            case SIGN_UP -> properties.signUp();
            case LOGIN -> properties.login();
            case ACCOUNT -> properties.account();
            case DEVICE -> properties.device();
            case PASSWORD -> properties.device();
            case TOKEN -> properties.token();
            case INVALID_TOKEN -> properties.invalidToken();
            case STREAM -> properties.stream();
        };
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
