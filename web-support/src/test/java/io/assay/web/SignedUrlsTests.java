package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedUrlsTests {

    private static final Instant EXPIRY = Instant.ofEpochSecond(1_000);

    private final SignedUrls urls = new SignedUrls("a secret of some length");

    @Test
    void verifiesWhatItSignedUntilItExpires() {
        String signature = signature(urls.sign("/v1/pictures/abc", EXPIRY));

        assertThat(urls.verify("/v1/pictures/abc", 1_000, signature, EXPIRY)).isTrue();
        assertThat(urls.verify("/v1/pictures/abc", 1_000, signature, EXPIRY.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void refusesAnyOtherPathExpiryOrSecret() {
        String signature = signature(urls.sign("/v1/pictures/abc", EXPIRY));

        assertThat(urls.verify("/v1/pictures/abd", 1_000, signature, EXPIRY)).isFalse();
        assertThat(urls.verify("/v1/pictures/abc", 2_000, signature, EXPIRY)).isFalse();
        assertThat(urls.verify("/v1/pictures/abc", 1_000, "", EXPIRY)).isFalse();
        assertThat(
                        new SignedUrls("another secret, as long")
                                .verify("/v1/pictures/abc", 1_000, signature, EXPIRY))
                .isFalse();
    }

    @Test
    void doesNotSignWithoutASecret() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SignedUrls("too short"));
    }

    private static String signature(String url) {
        return url.substring(url.indexOf("sig=") + 4);
    }
}
