package io.assay.gateway.signing;

/** A signer without a store. */
public final class TestSigner {

    private TestSigner() {}

    public static Signer make() {
        return new Signer(fresh -> fresh);
    }
}
