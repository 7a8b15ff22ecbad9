package io.assay.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.assay.gateway.revocation.Revocations;
import io.assay.messaging.StoreSetup;
import io.assay.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The keys that sign and verify tokens. The first is made once and stored, so tokens stay valid
 * when a gateway is killed, and every instance accepts the tokens of the others. A key stays
 * published for as long as tokens that it signed may be about, unless it is withdrawn.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, StoreSetup {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    /** How long an instance may not know of a key that another one made. */
    private static final Duration REREAD = Duration.ofSeconds(10);

    private final MongoSigningKeys stored;
    private final Revocations revocations;
    private final Clock clock;
    private volatile @Nullable Known known;

    private record Known(List<SigningKey> keys, Instant readAt) {}

    SigningKeys(MongoSigningKeys stored, Revocations revocations, Clock clock) {
        this.stored = stored;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        keys();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> published =
                new KeyRing(keys())
                        .published(clock.instant()).stream().<JWK>map(SigningKey::key).toList();
        return selector.select(new JWKSet(published));
    }

    /**
     * Makes a new key, which signs from a few minutes later on; returns its id. Fails with 429 if
     * several were made within minutes.
     */
    String rotate() {
        List<SigningKey> keys = stored.all();
        if (!new KeyRing(keys).takesAnother(clock.instant())) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "Several keys wait to sign already; try again in some minutes.")
                    .retryAfter(KeyRing.PUBLISHED_FIRST.toSeconds());
        }
        stored.insert(generate(keys));
        return read().getFirst().id();
    }

    /**
     * Ends a key, and every token that it signed: here at once, in other instances and services
     * within seconds. Another key signs from now on. Fails with 404 if there is no such key.
     */
    void withdraw(String id) {
        SigningKey key =
                stored.all().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                HttpStatus.NOT_FOUND,
                                                "not-found",
                                                "There is no such signing key."));
        stored.withdraw(key.number(), clock.instant());
        read();
        revocations.withdrawKey(id);
    }

    /** Newest first, the withdrawn ones too. */
    List<SigningKey> all() {
        return stored.all();
    }

    /** The id of the key that signs now. */
    String signerId() {
        return new KeyRing(keys()).signer(clock.instant()).orElseThrow().id();
    }

    private List<SigningKey> keys() {
        Known now = known;
        if (now != null && clock.instant().isBefore(now.readAt().plus(REREAD))) {
            return now.keys();
        }
        try {
            return read();
        } catch (DataAccessException e) {
            if (now == null) {
                throw e;
            }
            log.warn("signing keys could not be read again; those known stay in use", e);
            known = new Known(now.keys(), clock.instant());
            return now.keys();
        }
    }

    private List<SigningKey> read() {
        List<SigningKey> keys = stored.all();
        if (new KeyRing(keys).keys().isEmpty()) {
            stored.insert(generate(keys));
            keys = stored.all();
        }
        known = new Known(keys, clock.instant());
        return keys;
    }

    private SigningKey generate(List<SigningKey> keys) {
        int number = keys.isEmpty() ? 1 : keys.getFirst().number() + 1;
        try {
            RSAKey key =
                    new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate();
            return new SigningKey(number, key, clock.instant(), false);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }
}
