package io.assay.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A signature with a secret that tests know. */
record TestSignature(String secret) implements CursorText.Signature {

    @Override
    public byte[] sign(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((secret + text).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, CursorText.BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean verify(String text, byte[] signature) {
        return Arrays.equals(sign(text), signature);
    }
}
