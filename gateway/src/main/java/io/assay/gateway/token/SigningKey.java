package io.assay.gateway.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * A key pair that signs tokens.
 *
 * @param number counts up; the one with the highest is the newest
 * @param withdrawn whether nothing that it signed is believed any more
 */
record SigningKey(int number, RSAKey key, Instant createdAt, boolean withdrawn) {

    String id() {
        return key.getKeyID();
    }
}
