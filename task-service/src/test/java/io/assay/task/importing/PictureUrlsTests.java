package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureUrlsTests {

    private static final List<String> HOSTS = List.of("img.example.org");

    /** What else is wrong with it is told for its row. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://img.example.org/a.jpg?x=1",
                "https://IMG.example.org",
                "https://img.example.org:8443/a.jpg",
                "https://me@img.example.org/a b.jpg"
            })
    void findsTheHostOfAnyAddress(String url) {
        assertThat(PictureUrls.isOnOneOf(HOSTS, url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/img.example.org/a.jpg",
                "https://img.example.org.evil.example/a.jpg",
                "https://img.example.org@evil.example/a.jpg",
                "https://evil.example/?@img.example.org/a.jpg",
                "http://img.example.org/a.jpg",
                "https://",
                "img.example.org/a.jpg"
            })
    void isNotLedAstray(String url) {
        assertThat(PictureUrls.isOnOneOf(HOSTS, url)).isFalse();
    }
}
