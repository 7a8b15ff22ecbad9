package io.assay.gateway.limit;

import io.assay.gateway.session.Cookies;
import io.assay.gateway.signing.Signer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Browsers from which an account was signed in to before, known by a signed cookie. Their tries are
 * counted apart from strangers', so that no stranger can keep somebody out of their account by
 * wrong passwords.
 */
@Component
class Devices {

    static final String COOKIE = "ASSAY_DEVICE";

    private static final String PURPOSE = "device";
    private static final Duration AGE = Duration.ofDays(365);
    private static final int MAX_LENGTH = 200;

    private final Signer signer;
    private final Cookies cookies;
    private final SecureRandom random = new SecureRandom();

    Devices(Signer signer, Cookies cookies) {
        this.signer = signer;
        this.cookies = cookies;
    }

    /** The device's id, if it has signed in to this account before. */
    Optional<String> known(HttpServletRequest request, String username) {
        return cookies.value(request, COOKIE)
                .filter(value -> value.length() <= MAX_LENGTH)
                .flatMap(value -> verified(value, username));
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String username) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        String signature = HexFormat.of().formatHex(signer.sign(PURPOSE, id + ":" + username));
        String value =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((id + ":" + signature).getBytes(StandardCharsets.US_ASCII));
        cookies.set(request, response, COOKIE, value, AGE);
    }

    private Optional<String> verified(String value, String username) {
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
            int colon = text.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            String id = text.substring(0, colon);
            byte[] signature = HexFormat.of().parseHex(text.substring(colon + 1));
            return signer.verify(PURPOSE, id + ":" + username, signature)
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
