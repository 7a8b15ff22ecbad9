package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureNameTests {

    @ParameterizedTest
    @CsvSource({
        "a.jpg,a.jpg",
        "dress/a b.jpg,dress/a b.jpg",
        "dress\\a.jpg,dress/a.jpg",
        "./dress/a.jpg,dress/a.jpg",
        "Gru\u0308n.jpg,Gr\u00FCn.jpg",
        "a..b.jpg,a..b.jpg"
    })
    void keepsFolders(String path, String name) {
        assertThat(PictureName.of(path)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/etc/passwd",
                "../a.jpg",
                "a/../b.jpg",
                "a/..",
                "..\\a.jpg",
                "C:\\a.jpg",
                "c:a.jpg",
                "a//b.jpg",
                "a/",
                "a\u0000.jpg",
                "a\nb.jpg",
                "\uD800.jpg",
                "picture:abc",
                "s3://bucket/a.jpg",
                "a/./b"
            })
    void refusesWhatIsNoPathWithinAFolder(String path) {
        assertThat(PictureName.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 10_000})
    void refusesWhatIsTooLong(int length) {
        assertThat(PictureName.of("x".repeat(length))).isEmpty();
        assertThat(PictureName.of("x".repeat(512))).isPresent();
    }
}
