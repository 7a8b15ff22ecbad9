package io.assay.assignment.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefTests {

    private static final String SHA = "0123456789abcdef".repeat(4);

    @Test
    void isTheFirstParagraphAndTheFirstPicture() {
        Brief brief =
                Brief.of(
                        """
                        # Road signs

                        ![A sign](picture:%s)

                        Draw a box around **every** sign,
                        as [the law](https://example.org/law) knows it.

                        More follows.
                        """
                                .formatted(SHA));

        assertThat(brief.asks()).isEqualTo("Draw a box around every sign, as the law knows it.");
        assertThat(brief.example()).isEqualTo("picture:" + SHA);
    }

    @Test
    void leavesOutListsTablesAndCode() {
        assertThat(Brief.of("- one\n1. two\n> three\n| a |\n```\ncode\n```\n\nText.").asks())
                .isEqualTo("Text.");
    }

    @Test
    void isShortHoweverLongTheGuidelineIs() {
        Brief words = Brief.of("word ".repeat(20_000));
        Brief oneWord = Brief.of("😀".repeat(50_000));

        assertThat(words.asks()).hasSizeLessThanOrEqualTo(Brief.MAX_LENGTH + 1).endsWith("word…");
        assertThat(oneWord.asks()).hasSizeLessThanOrEqualTo(Brief.MAX_LENGTH + 1).endsWith("😀…");
    }

    @Test
    void isNothingOfNothing() {
        assertThat(Brief.of("")).isEqualTo(Brief.NONE);
        assertThat(Brief.of("# Only a heading")).isEqualTo(Brief.NONE);
    }
}
