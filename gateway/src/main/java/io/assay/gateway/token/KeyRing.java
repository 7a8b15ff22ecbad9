package io.assay.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys that are not withdrawn, and what each is for now.
 *
 * @param keys newest first
 */
record KeyRing(List<SigningKey> keys) {

    /** A new key signs only when every verifier has had time to fetch it. */
    static final Duration PUBLISHED_FIRST = Duration.ofMinutes(5);

    /** After its successor began to sign a key verifies for longer than any token lives. */
    private static final Duration VERIFIES_ON = Duration.ofHours(2);

    /** Keys made but not yet signing, at once. */
    private static final int MAX_WAITING = 5;

    KeyRing {
        keys = keys.stream().filter(key -> !key.withdrawn()).toList();
    }

    /** The newest key that was published long enough; if none was, the oldest. Empty if no key. */
    Optional<SigningKey> signer(Instant now) {
        return keys.stream()
                .filter(key -> !key.createdAt().isAfter(now.minus(PUBLISHED_FIRST)))
                .findFirst()
                .or(() -> keys.reversed().stream().findFirst());
    }

    /** The signer, then all others whose tokens may be about. */
    List<SigningKey> published(Instant now) {
        List<SigningKey> published = new ArrayList<>();
        signer(now).ifPresent(published::add);
        for (int i = 0; i < keys.size(); i++) {
            SigningKey key = keys.get(i);
            boolean newest = i == 0;
            if (!published.contains(key)
                    && (newest || !keys.get(i - 1).createdAt().isBefore(oldestSuccessor(now)))) {
                published.add(key);
            }
        }
        return published;
    }

    /** Whether another key may be made: the ring is bounded however often it is rotated. */
    boolean takesAnother(Instant now) {
        return keys.stream()
                        .filter(key -> key.createdAt().isAfter(now.minus(PUBLISHED_FIRST)))
                        .count()
                < MAX_WAITING;
    }

    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static Instant oldestSuccessor(Instant now) {
        return now.minus(PUBLISHED_FIRST).minus(VERIFIES_ON);
    }
}
