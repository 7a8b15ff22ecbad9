package io.assay.gateway.signing;

import java.nio.charset.StandardCharsets;

/** A signer without a store. */
public final class TestSigner {

    private TestSigner() {}

    public static Signer make() {
        byte[] secret = "a secret that only tests know".getBytes(StandardCharsets.UTF_8);
        return new Signer(() -> secret);
    }
}
