package io.assay.task.picture.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.task.picture.Samples;
import io.assay.task.picture.file.PictureFiles.Finding;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFilesTests {

    private static final int CLOSE = 40;

    @TempDir Path directory;

    private Path target() {
        return directory.resolve("target");
    }

    private Finding clean(byte[] bytes) throws IOException {
        return new PictureFiles().clean(Files.write(directory.resolve("file"), bytes), target());
    }

    private static PictureHeader header(Finding finding) {
        return ((Finding.Sound) finding).header();
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 220 - CLOSE && color.getGreen() < CLOSE + 30;
    }

    @Test
    void takesSoundPictures() throws IOException {
        assertThat(clean(Samples.jpeg(800, 600, 1))).isInstanceOf(Finding.Sound.class);
        assertThat(clean(Samples.progressiveJpeg(64, 64))).isInstanceOf(Finding.Sound.class);
        assertThat(clean(Samples.png(800, 600, 1))).isInstanceOf(Finding.Sound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gps.jpg",
                "inks.jpg",
                "gray.jpg",
                "lossy.webp",
                "lossless.webp",
                "tagged.webp",
                "alpha.webp",
                "animated.webp",
                "animated.png",
                "tagged.png",
                "palette.png",
                "sideways.jpg",
                "sideways.png",
                "sideways.webp"
            })
    void showsEveryKindOfPictureUprightAndSmall(String name) throws IOException {
        PictureFiles files = new PictureFiles();
        PictureHeader header = header(clean(Samples.file(name)));
        Path small = directory.resolve("small");

        assertThat(files.scale(target(), header, 32, small)).isTrue();

        BufferedImage image = ImageIO.read(small.toFile());
        assertThat(header.isUpright()).isTrue();
        assertThat(header.width()).isEqualTo(64);
        assertThat(header.height()).isEqualTo(48);
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(image.getHeight()).isEqualTo(24);
        assertThat(isRed(image, 5, 5)).isEqualTo(!name.equals("gray.jpg"));
        assertThat(isRed(image, 27, 5)).isFalse();
        assertThat(isRed(image, 5, 20)).isFalse();
        assertThat(isRed(image, 27, 20)).isFalse();
    }

    @Test
    void drawsNothingLarger() throws IOException {
        PictureFiles files = new PictureFiles();
        PictureHeader header = header(clean(Samples.file("lossy.webp")));
        Path small = directory.resolve("small");

        files.scale(target(), header, 1_280, small);

        assertThat(ImageIO.read(small.toFile()).getWidth()).isEqualTo(64);
    }

    @Test
    void drawsALargePictureInLittleMemory() throws IOException {
        PictureHeader header = header(clean(Samples.jpeg(3_000, 2_000, 1)));
        PictureFiles files = new PictureFiles(40 << 20);
        Path small = directory.resolve("small");

        assertThat(files.scale(target(), header, 1_280, small)).isTrue();
        assertThat(ImageIO.read(small.toFile()).getWidth()).isEqualTo(1_280);
        assertThat(new PictureFiles(1 << 20).scale(target(), header, 1_280, small)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"sideways.jpg,image/jpeg", "sideways.png,image/png", "sideways.webp,image/png"})
    void turnsWhatLiesOnItsSide(String name, String contentType) throws IOException {
        PictureHeader header = header(clean(Samples.file(name)));

        BufferedImage image = ImageIO.read(target().toFile());
        assertThat(header.format().contentType()).isEqualTo(contentType);
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(48);
        assertThat(isRed(image, 16, 12)).isTrue();
        assertThat(isRed(image, 48, 12)).isFalse();
        assertThat(isRed(image, 16, 36)).isFalse();
    }

    @Test
    void turningAPhotographHardlyChangesIt() throws IOException {
        BufferedImage before =
                ImageIO.read(new java.io.ByteArrayInputStream(Samples.file("sideways.jpg")));
        clean(Samples.file("sideways.jpg"));
        BufferedImage after = ImageIO.read(target().toFile());

        long squares = 0;
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                squares += distance(before.getRGB(y, 63 - x), after.getRGB(x, y));
            }
        }
        double decibels = 10 * Math.log10(255.0 * 255 * 64 * 48 * 3 / Math.max(1, squares));
        assertThat(decibels).isGreaterThan(38);
    }

    private static long distance(int rgb, int other) {
        long sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            long difference = (rgb >> shift & 0xFF) - (other >> shift & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void refusesToTurnWhatDoesNotFitIntoMemory() throws IOException {
        Path file = Files.write(directory.resolve("file"), Samples.file("sideways.jpg"));

        Finding finding = new PictureFiles(1 << 14).clean(file, target());

        // one unit of memory is the least there can be
        assertThat(finding).isInstanceOf(Finding.Sound.class);
        byte[] large = Samples.sidewaysJpeg(600, 400, java.nio.ByteOrder.BIG_ENDIAN);
        assertThat(new PictureFiles(1 << 14).clean(Files.write(file, large), target()))
                .isEqualTo(new Finding.TooManyPixels(400, 600, (1 << 16) / 8));
    }

    @Test
    void refusesABombByItsHeader() throws IOException {
        assertThat(clean(Samples.bomb(50_000, 50_000)))
                .isEqualTo(new Finding.TooManyPixels(50_000, 50_000, PictureFiles.MAX_PIXELS));
        assertThat(clean(Samples.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isInstanceOf(Finding.TooManyPixels.class);
    }

    /** The header promises more pixels than the data holds. */
    @Test
    void refusesAPictureThatCannotBeDecoded() throws IOException {
        assertThat(clean(Samples.bomb(1_000, 1_000))).isEqualTo(new Finding.NotAPicture());
        byte[] webp = Samples.file("lossy.webp");
        Arrays.fill(webp, 32, webp.length, (byte) 0);
        assertThat(clean(Arrays.copyOf(webp, 30))).isEqualTo(new Finding.NotAPicture());
    }

    @Test
    void refusesTextAndTruncatedFiles() throws IOException {
        byte[] png = Samples.png(100, 100, 1);
        byte[] jpeg = Samples.jpeg(100, 100, 1);

        assertThat(clean("text".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Finding.NotAPicture());
        assertThat(clean(new byte[0])).isEqualTo(new Finding.NotAPicture());
        assertThat(clean(Arrays.copyOf(png, png.length - 20))).isEqualTo(new Finding.NotAPicture());
        assertThat(clean(Arrays.copyOf(jpeg, jpeg.length / 2)))
                .isEqualTo(new Finding.NotAPicture());
    }

    @Test
    void refusesSpoiltData() throws IOException {
        byte[] png = Samples.png(300, 300, 1);
        Arrays.fill(png, 50, png.length - 20, (byte) 0x55);

        assertThat(clean(png)).isEqualTo(new Finding.NotAPicture());
    }
}
