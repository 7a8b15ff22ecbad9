package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.task.picture.PictureChecks.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureChecksTests {

    @TempDir Path directory;

    private Finding check(byte[] bytes) throws IOException {
        return new PictureChecks().check(Files.write(directory.resolve("file"), bytes));
    }

    @Test
    void takesSoundPictures() throws IOException {
        assertThat(check(Samples.jpeg(800, 600, 1))).isInstanceOf(Finding.Sound.class);
        assertThat(check(Samples.progressiveJpeg(64, 64))).isInstanceOf(Finding.Sound.class);
        assertThat(check(Samples.png(800, 600, 1))).isInstanceOf(Finding.Sound.class);
    }

    @Test
    void refusesABombByItsHeader() throws IOException {
        assertThat(check(Samples.bomb(50_000, 50_000)))
                .isEqualTo(
                        new Finding.TooManyPixels(
                                new PictureHeader(PictureFormat.PNG, 50_000, 50_000, false)));
        assertThat(check(Samples.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isInstanceOf(Finding.TooManyPixels.class);
    }

    /** The header promises more pixels than the data holds. */
    @Test
    void refusesAPictureThatCannotBeDecoded() throws IOException {
        assertThat(check(Samples.bomb(1_000, 1_000))).isEqualTo(new Finding.NotAPicture());
    }

    @Test
    void refusesTextAndTruncatedFiles() throws IOException {
        byte[] png = Samples.png(100, 100, 1);
        byte[] jpeg = Samples.jpeg(100, 100, 1);

        assertThat(check("text".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Finding.NotAPicture());
        assertThat(check(new byte[0])).isEqualTo(new Finding.NotAPicture());
        assertThat(check(Arrays.copyOf(png, png.length - 20))).isEqualTo(new Finding.NotAPicture());
        assertThat(check(Arrays.copyOf(jpeg, jpeg.length / 2)))
                .isEqualTo(new Finding.NotAPicture());
    }

    @Test
    void refusesSpoiltData() throws IOException {
        byte[] png = Samples.png(300, 300, 1);
        Arrays.fill(png, 50, png.length - 20, (byte) 0x55);

        assertThat(check(png)).isEqualTo(new Finding.NotAPicture());
    }
}
