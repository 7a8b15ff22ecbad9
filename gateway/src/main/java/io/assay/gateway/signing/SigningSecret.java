package io.assay.gateway.signing;

/** With which the gateway signs. */
interface SigningSecret {

    byte[] get();
}
