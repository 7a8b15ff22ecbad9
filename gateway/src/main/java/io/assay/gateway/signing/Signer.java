package io.assay.gateway.signing;

import io.assay.messaging.StoreSetup;
import io.assay.web.HmacSha256;
import java.security.MessageDigest;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Signs what clients keep for the gateway and hand back: HMAC-SHA256, of which 16 bytes are kept.
 * The secret is made once and stored, so it outlives the process and holds for every instance.
 */
@Component
public class Signer implements StoreSetup {

    public static final int BYTES = 16;

    private final SigningSecret secret;

    Signer(SigningSecret secret) {
        this.secret = secret;
    }

    @Override
    public void prepare() {
        secret.get();
    }

    /**
     * The signature of a text, {@value #BYTES} bytes.
     *
     * @param purpose keeps what is signed for one thing from being taken for another
     */
    public byte[] sign(String purpose, String text) {
        return Arrays.copyOf(HmacSha256.of(secret.get(), purpose + "\n" + text), BYTES);
    }

    public boolean verify(String purpose, String text, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, text), signature);
    }
}
