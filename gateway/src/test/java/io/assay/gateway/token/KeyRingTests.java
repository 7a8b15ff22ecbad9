package io.assay.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTests {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final RSAKey PAIR = pair();

    @Test
    void signsWithTheNewestKeyThatIsOldEnough() {
        assertThat(ring(key(3, 4), key(2, 60), key(1, 600)).signer(NOW))
                .map(SigningKey::number)
                .hasValue(2);
    }

    @Test
    void signsWithAKeyThatIsNotOldEnoughIfThereIsNoOther() {
        assertThat(ring(key(2, 1), key(1, 2)).signer(NOW)).map(SigningKey::number).hasValue(1);
        assertThat(ring().signer(NOW)).isEmpty();
    }

    @Test
    void signsWithNoWithdrawnKey() {
        KeyRing ring = ring(withdrawn(key(2, 60)), key(1, 600));

        assertThat(ring.signer(NOW)).map(SigningKey::number).hasValue(1);
        assertThat(ring.published(NOW)).extracting(SigningKey::number).containsExactly(1);
    }

    @Test
    void publishesTheSignerFirst() {
        assertThat(ring(key(3, 4), key(2, 60), key(1, 600)).published(NOW))
                .extracting(SigningKey::number)
                .containsExactly(2, 3, 1);
    }

    /** Some two hours after its successor began to sign, all tokens of a key have expired. */
    @Test
    void publishesNoKeyForGood() {
        List<SigningKey> keys = new ArrayList<>();
        for (int number = 1_000; number > 0; number--) {
            keys.add(key(number, 30L * (1_001 - number)));
        }

        assertThat(new KeyRing(keys).published(NOW)).hasSizeLessThan(10);
    }

    @Test
    void takesSoManyKeysAtOnce() {
        List<SigningKey> keys = new ArrayList<>();
        for (int number = 5; number > 0; number--) {
            assertThat(new KeyRing(keys).takesAnother(NOW)).isTrue();
            keys.addFirst(key(6 - number, 1));
        }

        assertThat(new KeyRing(keys).takesAnother(NOW)).isFalse();
        assertThat(new KeyRing(keys).takesAnother(NOW.plus(Duration.ofMinutes(10)))).isTrue();
    }

    private static KeyRing ring(SigningKey... newestFirst) {
        return new KeyRing(List.of(newestFirst));
    }

    private static SigningKey key(int number, long minutesOld) {
        return new SigningKey(number, PAIR, NOW.minus(Duration.ofMinutes(minutesOld)), false);
    }

    private static SigningKey withdrawn(SigningKey key) {
        return new SigningKey(key.number(), key.key(), key.createdAt(), true);
    }

    private static RSAKey pair() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
