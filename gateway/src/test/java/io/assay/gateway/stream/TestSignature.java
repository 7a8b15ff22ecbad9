package io.assay.gateway.stream;

import io.assay.web.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A signature with a secret that tests know. */
record TestSignature(String secret) implements CursorText.Signature {

    @Override
    public byte[] sign(String text) {
        return Arrays.copyOf(
                HmacSha256.of(secret.getBytes(StandardCharsets.UTF_8), text), CursorText.BYTES);
    }

    @Override
    public boolean verify(String text, byte[] signature) {
        return Arrays.equals(sign(text), signature);
    }
}
