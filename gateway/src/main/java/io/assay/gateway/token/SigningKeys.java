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
import io.assay.gateway.web.OnceStored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The keys that sign and verify tokens. The first is made once and stored, so tokens stay valid
 * when a gateway is killed, and every instance accepts the tokens of the others. All keys stay
 * published: a token outlives the rotation that replaced its key.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, OnceStored {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    /** How long an instance may not know of a key that another one made. */
    private static final Duration REREAD = Duration.ofMinutes(1);

    /** A new key signs only when every verifier has had time to fetch it. */
    private static final Duration PUBLISHED_FIRST = Duration.ofMinutes(5);

    private final MongoSigningKeys stored;
    private final Clock clock;
    private volatile @Nullable Known known;

    private record Known(List<SigningKey> keys, Instant readAt) {}

    SigningKeys(MongoSigningKeys stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        keys();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> ordered = new ArrayList<>();
        List<SigningKey> keys = keys();
        ordered.add(signer(keys).key());
        keys.stream()
                .map(SigningKey::key)
                .filter(key -> !ordered.contains(key))
                .forEach(ordered::add);
        return selector.select(new JWKSet(ordered));
    }

    /** Makes a new key, which signs from a few minutes later on; returns its id. */
    String rotate() {
        List<SigningKey> keys = stored.all();
        SigningKey next = generate(keys.isEmpty() ? 1 : keys.getFirst().number() + 1);
        stored.insert(next);
        return read().getFirst().key().getKeyID();
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
        if (keys.isEmpty()) {
            stored.insert(generate(1));
            keys = stored.all();
        }
        known = new Known(keys, clock.instant());
        return keys;
    }

    private SigningKey signer(List<SigningKey> keys) {
        Instant published = clock.instant().minus(PUBLISHED_FIRST);
        return keys.stream()
                .filter(key -> key.createdAt().isBefore(published))
                .findFirst()
                .orElseGet(keys::getLast);
    }

    private SigningKey generate(int number) {
        try {
            RSAKey key =
                    new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate();
            return new SigningKey(number, key, clock.instant());
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }
}
