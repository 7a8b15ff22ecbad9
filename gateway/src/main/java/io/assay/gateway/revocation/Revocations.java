package io.assay.gateway.revocation;

import io.assay.gateway.GatewayProperties;
import io.assay.messaging.StoreSetup;
import io.assay.web.Problem;
import io.assay.web.RevokedTokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Who was signed out, and which keys were withdrawn. This instance has at once what it revoked
 * itself, and a few seconds later what others did; services fetch the list from here.
 */
@Component
public class Revocations implements StoreSetup {

    private static final Logger log = LoggerFactory.getLogger(Revocations.class);

    /** Of the bound, for what operations revoke: strangers cannot use it up. */
    private static final double FOR_OPERATIONS = 0.2;

    private final MongoRevocations stored;
    private final RevocationProperties properties;
    private final String issuer;
    private final ObjectProvider<SubjectSessions> remembered;
    private final Clock clock;
    private final Counter failures;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    private record Known(RevokedTokens tokens, Map<String, Instant> before, Instant readAt) {}

    Revocations(
            MongoRevocations stored,
            RevocationProperties properties,
            GatewayProperties gateway,
            ObjectProvider<SubjectSessions> remembered,
            Clock clock,
            MeterRegistry metrics) {
        this.stored = stored;
        this.properties = properties;
        this.issuer = gateway.trustedIssuer();
        this.remembered = remembered;
        this.clock = clock;
        this.failures = metrics.counter("assay.gateway.revocations.failures");
        Gauge.builder("assay.gateway.revocations", this, Revocations::size).register(metrics);
    }

    @Override
    public void prepare() {
        stored.dropUntil(clock.instant());
        read();
    }

    /**
     * What is revoked now.
     *
     * @throws JwtException if the store has not answered once yet, so that no token can be checked
     */
    public RevokedTokens current() {
        return fresh().tokens();
    }

    /** Whether what the subject began then was ended since. */
    public boolean endedSince(String subject, Instant then) {
        Instant before = fresh().before().get(RevokedTokens.name(issuer, subject));
        return before != null && !then.isAfter(before);
    }

    /** Ends a subject's tokens and sessions, at their own wish. */
    public void signOut(String subject) {
        revoke(subject, (int) (properties.most() * (1 - FOR_OPERATIONS)));
    }

    /** Ends a subject's tokens and sessions. */
    public void end(String subject) {
        revoke(subject, properties.most());
    }

    /** Refuses all tokens of a subject, those to come too, until {@link #lift}. */
    void endForGood(String subject) {
        checkRoom(properties.most());
        stored.subjectForGood(name(subject), clock.instant());
        forget(subject);
    }

    /** Takes tokens of the subject again, those from now on. */
    void lift(String subject) {
        end(subject);
    }

    /** Refuses every token that the key signed. */
    public void withdrawKey(String keyId) {
        checkRoom(properties.most());
        stored.key(keyId);
        read();
    }

    private void revoke(String subject, int most) {
        checkRoom(most);
        Instant now = clock.instant();
        stored.subject(name(subject), now, now.plus(properties.keep()));
        forget(subject);
    }

    private void forget(String subject) {
        remembered.forEach(one -> one.end(subject));
        read();
    }

    private String name(String subject) {
        return RevokedTokens.name(issuer, subject);
    }

    private void checkRoom(int most) {
        if (stored.count() < most) {
            return;
        }
        stored.dropUntil(clock.instant());
        if (stored.count() >= most) {
            log.error("no room for another revocation: {} stand", most);
            throw Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-revocations",
                    "As many revocations as fit stand; try again later, or have operations do it.");
        }
    }

    private Known fresh() {
        Known now = known;
        if (now != null && clock.instant().isBefore(now.readAt().plus(properties.reread()))) {
            return now;
        }
        if (now == null) {
            return firstRead();
        }
        // one reads, the others go on with what is known
        if (reading.tryLock()) {
            try {
                return read();
            } catch (DataAccessException e) {
                failures.increment();
                log.warn("revocations could not be read again; those known stay in force", e);
                known = new Known(now.tokens(), now.before(), clock.instant());
            } finally {
                reading.unlock();
            }
        }
        return now;
    }

    private Known firstRead() {
        try {
            return read();
        } catch (DataAccessException e) {
            throw new JwtException("what is revoked is not known yet", e);
        }
    }

    /** One at a time, so that what was read earlier never replaces what was read later. */
    private Known read() {
        reading.lock();
        try {
            Instant readAt = clock.instant();
            MongoRevocations.Stored all = stored.all();
            Known now = new Known(all.tokens(), all.before(), readAt);
            known = now;
            return now;
        } finally {
            reading.unlock();
        }
    }

    private double size() {
        Known now = known;
        return now == null ? 0 : now.tokens().subjects().size() + now.tokens().keys().size();
    }
}
