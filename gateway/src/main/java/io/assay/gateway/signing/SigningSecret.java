package io.assay.gateway.signing;

/** Where the secret is kept. */
interface SigningSecret {

    /** The one that is kept; this one, and from then on, if none was. */
    byte[] orElse(byte[] fresh);
}
