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

    @Test
    void hidesWhatALinkOfAHolderNames() {
        String one = token(urls.sign("/v1/pictures/", "abc", "a", EXPIRY));
        String two = token(urls.sign("/v1/pictures/", "abc", "b", EXPIRY));

        assertThat(one).isNotEqualTo(two).hasSameSizeAs(two);
        assertThat(token(urls.sign("/v1/pictures/", "abc", "a", EXPIRY))).isEqualTo(one);
        assertThat(urls.nameIn(one)).contains("abc");
        assertThat(urls.nameIn(two)).contains("abc");
    }

    @Test
    void findsNoNameInWhatItDidNotMake() {
        String ours = token(urls.sign("/v1/pictures/", "abc", "a", EXPIRY));
        SignedUrls others = new SignedUrls("another secret of theirs");

        assertThat(others.nameIn(ours)).isEmpty();
        assertThat(urls.nameIn("A" + ours)).isEmpty();
        assertThat(urls.nameIn("abc")).isEmpty();
        assertThat(urls.nameIn("not base 64")).isEmpty();
        assertThat(urls.nameIn("")).isEmpty();
    }

    private static String token(String link) {
        return link.substring("/v1/pictures/".length(), link.indexOf('?'));
    }

    private static String signature(String url) {
        return url.substring(url.indexOf("sig=") + 4);
    }
}
