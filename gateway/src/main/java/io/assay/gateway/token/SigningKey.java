package io.assay.gateway.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * A key pair that signs tokens.
 *
 * @param number counts up; the one with the highest is the newest
 */
record SigningKey(int number, RSAKey key, Instant createdAt) {}
