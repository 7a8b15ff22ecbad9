package io.assay.load.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmPicturesTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir Path directory;

    @Test
    void takesEmojiByTheirShortNames() throws IOException {
        byte[] archive =
                Archives.tarGz(
                        Map.of(
                                "package/emoji.json",
                                "[{\"short_name\":\"dog\",\"image\":\"1f436.png\"}]"
                                        .getBytes(StandardCharsets.UTF_8),
                                "package/img/twitter/64/1f436.png",
                                PNG));

        List<Picture> pictures = NpmPictures.emoji(archive, Map.of("dog", "animal"));

        assertThat(pictures).hasSize(1);
        assertThat(pictures.getFirst().name()).isEqualTo("emoji-dog");
        assertThat(pictures.getFirst().classId()).isEqualTo("animal");
        assertThat(pictures.getFirst().bytes()).isEqualTo(PNG);
    }

    @Test
    void saysWhichEmojiIsMissing() throws IOException {
        byte[] archive =
                Archives.tarGz(Map.of("package/emoji.json", "[]".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> NpmPictures.emoji(archive, Map.of("dog", "animal")))
                .isInstanceOf(PicturesMissing.class)
                .hasMessageContaining("dog");
    }

    @Test
    void needsNoNpmOnceTheArchivesAreThere() throws IOException {
        NpmPackage one = new NpmPackage("a@1.0.0", NpmPackage.integrity(PNG));
        Files.write(directory.resolve(one.archive()), PNG);

        new Npm(directory).bring(List.of(one));

        assertThat(new Npm(directory).archive(one)).isEqualTo(PNG);
    }

    @Test
    void doesNotTakeAnAlteredArchiveForThePinnedOne() throws IOException {
        NpmPackage one = new NpmPackage("a@1.0.0", NpmPackage.integrity(PNG));
        Files.write(directory.resolve(one.archive()), new byte[] {1});

        assertThat(one.isIn(directory)).isFalse();
    }

    @Test
    void drawsPicturesThatDifferAndRepeat() {
        List<Picture> pictures = DrawnPictures.draw(50, List.of("a", "b"), 3);

        assertThat(pictures.stream().map(Picture::sha256).distinct()).hasSize(50);
        assertThat(pictures.get(1).classId()).isEqualTo("b");
        assertThat(DrawnPictures.draw(50, List.of("a", "b"), 3).get(49).sha256())
                .isEqualTo(pictures.get(49).sha256());
    }
}
