package io.assay.task.picture.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRuleTests {

    private final UrlRule rule = UrlRule.https(List.of("pictures.Example.org"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pictures.example.org/a.jpg",
                "HTTPS://PICTURES.EXAMPLE.ORG/a.jpg?x=1",
                "https://pictures.example.org:443/"
            })
    void followsLinksToAllowedHosts(String url) {
        assertThat(rule.allowed(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pictures.example.org/a.jpg",
                "https://pictures.example.org:8443/a.jpg",
                "https://me@pictures.example.org/a.jpg",
                "https://example.org/a.jpg",
                "https://pictures.example.org.evil.org/a.jpg",
                "https://pictures.example.org@evil.org/a.jpg",
                "https://127.0.0.1/a.jpg",
                "https://[::1]/a.jpg",
                "https://2130706433/a.jpg",
                "https:///a.jpg",
                "https:pictures.example.org",
                "file:///etc/passwd",
                "ftp://pictures.example.org/",
                "//pictures.example.org/a.jpg",
                "pictures.example.org",
                "",
                "https://pictures.example.org/\n"
            })
    void followsNoOther(String url) {
        assertThat(rule.allowed(url)).isEmpty();
    }
}
