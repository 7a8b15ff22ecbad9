package io.assay.formats.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.formats.data.BadEntry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelStudioAddressTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data/local-files/?d=batch%201/cam1/0001.jpg | batch 1/cam1/0001.jpg",
                "/data/local-files/?d=batch 1\\cam1\\0002.jpg | batch 1/cam1/0002.jpg",
                "/data/local-files/?d=\\images\\0.png | images/0.png",
                "http://localhost:8080/data/local-files/?d=a/b.jpg | a/b.jpg",
                "/data/upload/4/1a2b3c4d-IMG_0003.JPG | 1a2b3c4d-IMG_0003.JPG",
                "s3://field-photos/2024/IMG%200004.jpg | 2024/IMG 0004.jpg",
                "gs://b/x/y.png | x/y.png",
                "azure-blob://c/x/y.png | x/y.png",
                "https://img.example.org/p/0005.jpg?X-Amz-Signature=00ff | p/0005.jpg",
                "https://img.example.org/p/a%C3%A9.jpg#x | p/aé.jpg",
                "site%237.jpg | site#7.jpg",
                "100%.jpg | 100%.jpg",
                "50%zz.jpg | 50%zz.jpg",
                "a%FF.jpg | a%FF.jpg",
                "/static/a.jpg?v=2 | static/a.jpg",
                "C:\\photos\\a.jpg | C:/photos/a.jpg",
                "file:///home/x/a.jpg | home/x/a.jpg",
                "a+b.jpg | a+b.jpg"
            })
    void theLikeliestPathIsWhatThePictureWasCalled(String address, String path) throws BadEntry {
        assertThat(LabelStudioAddress.of(address).paths().getFirst()).isEqualTo(path);
    }

    @Test
    void whatIsNotSureIsTriedInSeveralSpellings() throws BadEntry {
        assertThat(LabelStudioAddress.of("/data/upload/4/1a2b3c4d-IMG%203.JPG").paths())
                .containsExactly(
                        "1a2b3c4d-IMG 3.JPG", "IMG 3.JPG", "1a2b3c4d-IMG%203.JPG", "IMG%203.JPG");
        assertThat(LabelStudioAddress.of("/data/upload/1a2b3c4g-a.jpg").paths())
                .containsExactly("1a2b3c4g-a.jpg");
        assertThat(LabelStudioAddress.of("/data/local-files/?d=a&b.jpg").paths())
                .containsExactly("a&b.jpg", "a");
    }

    @Test
    void anAddressOfItsOwnIsKept() throws BadEntry {
        assertThat(LabelStudioAddress.of("https://h/a.jpg?x=1").ref())
                .isEqualTo("https://h/a.jpg?x=1");
        assertThat(LabelStudioAddress.of("s3://b/a.jpg").ref()).isEqualTo("s3://b/a.jpg");
        assertThat(LabelStudioAddress.of("http://h/a.jpg").ref()).isNull();
        assertThat(LabelStudioAddress.of("https://h/data/local-files/?d=a.jpg").ref()).isNull();
    }

    @Test
    void anAddressWithinAnAddressIsTakenOut() throws BadEntry {
        byte[] within = "s3://b/x/a b.jpg".getBytes(StandardCharsets.UTF_8);

        assertThat(
                        LabelStudioAddress.of(
                                        "/tasks/7/resolve/?fileuri="
                                                + Base64.getEncoder().encodeToString(within))
                                .paths())
                .containsExactly("x/a b.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "data:image/png;base64,AAAA", "/data/local-files/?d="})
    void whatNamesNoPictureIsRefused(String address) {
        assertThatExceptionOfType(BadEntry.class)
                .isThrownBy(() -> LabelStudioAddress.of(address))
                .withMessageStartingWith("data image");
    }
}
