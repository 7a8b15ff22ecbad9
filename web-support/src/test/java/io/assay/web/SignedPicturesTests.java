package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignedPicturesTests {

    private static final Instant EXPIRY = Instant.ofEpochSecond(1_000);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SECRET = "a secret of some length";

    private final SignedPictures pictures = at(EXPIRY.minus(MINUTE), SECRET);

    private static SignedPictures at(Instant now, String secret) {
        return new SignedPictures(secret, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void verifiesWhatItSignedUntilItExpires() {
        String signature = signature(pictures.link("picture:abc", MINUTE));

        assertThat(at(EXPIRY, SECRET).verify("abc", 1_000, signature)).isTrue();
        assertThat(at(EXPIRY.plusSeconds(1), SECRET).verify("abc", 1_000, signature)).isFalse();
    }

    @Test
    void refusesAnyOtherPathExpiryOrSecret() {
        String signature = signature(pictures.link("picture:abc", MINUTE));

        assertThat(pictures.verify("abd", 1_000, signature)).isFalse();
        assertThat(pictures.verify("abc", 2_000, signature)).isFalse();
        assertThat(pictures.verify("abc", 1_000, "")).isFalse();
        assertThat(at(EXPIRY, "another secret, as long").verify("abc", 1_000, signature)).isFalse();
    }

    @Test
    void linksPicturesOfOtherHostsLikeUploads() {
        String one = "https://pictures.example.org/1.jpg";
        String two = "https://pictures.example.org/another/folder/2.jpg";
        String upload = "picture:" + "ab".repeat(32);

        assertThat(pictures.link(one, MINUTE))
                .startsWith("/v1/pictures/" + SignedPictures.nameOf(one) + "?exp=")
                .hasSameSizeAs(pictures.link(two, MINUTE))
                .hasSameSizeAs(pictures.link(upload, MINUTE));
        assertThat(pictures.link(one, "a", EXPIRY))
                .doesNotContain("example")
                .hasSameSizeAs(pictures.link(two, "a", EXPIRY))
                .hasSameSizeAs(pictures.link(upload, "a", EXPIRY));
        assertThat(pictures.nameIn(token(pictures.link(one, "a", EXPIRY))))
                .contains(SignedPictures.nameOf(one));
    }

    @Test
    void linksNothingElse() {
        for (String other : new String[] {"http://example.org/1.jpg", "data:,", "s3://b/k", ""}) {
            assertThat(pictures.link(other, MINUTE)).isEqualTo(other);
            assertThat(pictures.link(other, "a", EXPIRY)).isEqualTo(other);
        }
    }

    @Test
    void doesNotSignWithoutASecret() {
        assertThatIllegalArgumentException().isThrownBy(() -> at(EXPIRY, "too short"));
    }

    @Test
    void hidesWhatALinkOfAHolderNames() {
        String one = token(pictures.link("picture:abc", "a", EXPIRY));
        String two = token(pictures.link("picture:abc", "b", EXPIRY));

        assertThat(one).isNotEqualTo(two).hasSameSizeAs(two);
        assertThat(token(pictures.link("picture:abc", "a", EXPIRY))).isEqualTo(one);
        assertThat(pictures.nameIn(one)).contains("abc");
        assertThat(pictures.nameIn(two)).contains("abc");
    }

    @Test
    void findsNoNameInWhatItDidNotMake() {
        String ours = token(pictures.link("picture:abc", "a", EXPIRY));
        SignedPictures others = at(EXPIRY, "another secret of theirs");

        assertThat(others.nameIn(ours)).isEmpty();
        assertThat(pictures.nameIn("A" + ours)).isEmpty();
        assertThat(pictures.nameIn("abc")).isEmpty();
        assertThat(pictures.nameIn("not base 64")).isEmpty();
        assertThat(pictures.nameIn("")).isEmpty();
    }

    private static String token(String link) {
        return link.substring("/v1/pictures/".length(), link.indexOf('?'));
    }

    private static String signature(String url) {
        return url.substring(url.indexOf("sig=") + 4);
    }
}
