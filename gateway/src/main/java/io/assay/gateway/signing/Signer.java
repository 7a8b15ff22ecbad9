package io.assay.gateway.signing;

import io.assay.messaging.StoreSetup;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs what clients keep for the gateway and hand back: HMAC-SHA256, of which 16 bytes are kept.
 * The secret is made once and stored, so it outlives the process and holds for every instance.
 */
@Component
public class Signer implements StoreSetup {

    public static final int BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SigningSecret stored;
    private final SecureRandom random = new SecureRandom();
    private volatile byte @Nullable [] secret;

    Signer(SigningSecret stored) {
        this.stored = stored;
    }

    @Override
    public void prepare() {
        secret();
    }

    /**
     * The signature of a text, {@value #BYTES} bytes.
     *
     * @param purpose keeps what is signed for one thing from being taken for another
     */
    public byte[] sign(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            byte[] code = mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(code, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    public boolean verify(String purpose, String text, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, text), signature);
    }

    private byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            byte[] fresh = new byte[SECRET_BYTES];
            random.nextBytes(fresh);
            known = stored.orElse(fresh);
            secret = known;
        }
        return known;
    }
}
