package io.assay.web;

import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links to uploaded pictures that need no token, for a while: HMAC-SHA256 over path and expiry.
 * Every service that holds the secret may give access to what task-service serves.
 */
public final class SignedPictures {

    /** Begins the address of a picture on another host. */
    private static final String ELSEWHERE = "https://";

    /** Begins a reference to an upload; what follows is the name of the picture. */
    private static final String UPLOAD = "picture:";

    private static final String PATH = "/v1/pictures/";
    private static final int MIN_SECRET = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** No path begins so. */
    private static final String NONCE = "nonce\n";

    private static final String KEY = "key\n";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] secret;
    private final SecretKeySpec key;
    private final Clock clock;

    public SignedPictures(String secret, Clock clock) {
        if (secret.length() < MIN_SECRET) {
            throw new IllegalArgumentException(
                    "assay.pictures.signing-secret: too short (expected: at least 16 characters)");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        this.key = new SecretKeySpec(mac(KEY, "pictures"), "AES");
    }

    /** True of the address of a picture that was not brought to us. */
    public static boolean isElsewhere(String ref) {
        return ref.startsWith(ELSEWHERE);
    }

    /**
     * What follows the path: of an upload its name; of a picture on another host 64 hexadecimal
     * digits too, so that the links to both look alike.
     */
    public static String nameOf(String ref) {
        return ref.startsWith(UPLOAD)
                ? ref.substring(UPLOAD.length())
                : Ids.sha256Hex(ref.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLinkable(String ref) {
        return ref.startsWith(UPLOAD) || isElsewhere(ref);
    }

    /**
     * {@code path?exp=EPOCHSECONDS&sig=…}
     *
     * @param ref to an upload, or the address of a picture on another host, which is then shown by
     *     us; anything else is returned as it is
     */
    public String link(String ref, Duration validFor) {
        return isLinkable(ref) ? sign(PATH + nameOf(ref), clock.instant().plus(validFor)) : ref;
    }

    private String sign(String path, Instant expiry) {
        long seconds = expiry.getEpochSecond();
        return path + "?exp=" + seconds + "&sig=" + signature(path, seconds);
    }

    /**
     * The same for one holder, without the picture's name: the name is enciphered by a key and a
     * nonce that follow from the secret and the holder. So whoever has two links, or compares
     * theirs with others', cannot tell whether they show the same picture.
     *
     * @param ref as for {@link #link(String, Duration)}
     * @param holder that nobody else is given the same link as
     */
    public String link(String ref, String holder, Instant expiry) {
        if (!isLinkable(ref)) {
            return ref;
        }
        String name = nameOf(ref);
        byte[] nonce = Arrays.copyOf(mac(NONCE, name + "\n" + holder), NONCE_BYTES);
        byte[] enciphered =
                cipher(Cipher.ENCRYPT_MODE, nonce, name.getBytes(StandardCharsets.UTF_8));
        byte[] token = Arrays.copyOf(nonce, NONCE_BYTES + enciphered.length);
        System.arraycopy(enciphered, 0, token, NONCE_BYTES, enciphered.length);
        return sign(PATH + BASE64.encodeToString(token), expiry);
    }

    /** The name in the last part of such a link's path; empty if it is none of ours. */
    public Optional<String> nameIn(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] enciphered = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
            byte[] name = cipher(Cipher.DECRYPT_MODE, nonce, enciphered);
            return Optional.of(new String(name, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws IllegalArgumentException if what is to be deciphered was not enciphered by us
     */
    private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("not enciphered by us", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM", e);
        }
    }

    /**
     * True if the link was signed with our secret and has not expired.
     *
     * @param token the last part of its path
     */
    public boolean verify(String token, long expirySeconds, String signature) {
        byte[] expected =
                signature(PATH + token, expirySeconds).getBytes(StandardCharsets.US_ASCII);
        return clock.instant().getEpochSecond() <= expirySeconds
                && MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String path, long seconds) {
        return BASE64.encodeToString(mac("", path + "\n" + seconds));
    }

    /**
     * @param purpose so that what is made for one is no use for another
     */
    private byte[] mac(String purpose, String text) {
        return HmacSha256.of(secret, purpose + text);
    }
}
