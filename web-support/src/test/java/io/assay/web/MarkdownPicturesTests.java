package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownPicturesTests {

    @Test
    void findsEachPictureOnceAndInOrder() {
        String markdown =
                """
                # Cats

                ![a cat](picture:aa) and ![](https://example.org/b.png "a dog").
                - ![again](picture:aa)
                [no picture](https://example.org/c.png)
                """;

        assertThat(MarkdownPictures.in(markdown))
                .containsExactly("picture:aa", "https://example.org/b.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "![", "![a]", "![a]()", "![a](b c)", "!(a)[b]", "![a](b", "\\![x"})
    void findsNoneInWhatIsNone(String markdown) {
        assertThat(MarkdownPictures.in(markdown)).isEmpty();
    }
}
