package io.assay.task.picture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.task.limit.MemoryBudget;
import io.assay.task.limit.MemoryUnavailable;
import io.assay.task.picture.Samples;
import io.assay.task.picture.file.PictureFiles.Cleaned;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    private static PictureFiles files() {
        return new PictureFiles(MemoryBudget.ofThisProcess());
    }

    private static PictureFiles files(long bytes) {
        return new PictureFiles(new MemoryBudget(bytes));
    }

    private Cleaned clean(byte[] bytes) throws IOException {
        return files().clean(Files.write(directory.resolve("file"), bytes), target());
    }

    private static PictureHeader header(Cleaned cleaned) {
        return ((Cleaned.Clean) cleaned).header();
    }

    private static Cleaned refused(PictureRefusal why) {
        return new Cleaned.Refused(why);
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 220 - CLOSE && color.getGreen() < CLOSE + 30;
    }

    @Test
    void takesSoundPictures() throws IOException {
        assertThat(clean(Samples.jpeg(800, 600, 1))).isInstanceOf(Cleaned.Clean.class);
        assertThat(clean(Samples.progressiveJpeg(64, 64))).isInstanceOf(Cleaned.Clean.class);
        assertThat(clean(Samples.png(800, 600, 1))).isInstanceOf(Cleaned.Clean.class);
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
        PictureFiles files = files();
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
        PictureFiles files = files();
        PictureHeader header = header(clean(Samples.file("lossy.webp")));
        Path small = directory.resolve("small");

        files.scale(target(), header, 1_280, small);

        assertThat(ImageIO.read(small.toFile()).getWidth()).isEqualTo(64);
    }

    @Test
    void drawsALargePictureInLittleMemory() throws IOException {
        PictureHeader header = header(clean(Samples.jpeg(3_000, 2_000, 1)));
        PictureFiles files = files(40 << 20);
        Path small = directory.resolve("small");

        assertThat(files.scale(target(), header, 1_280, small)).isTrue();
        assertThat(ImageIO.read(small.toFile()).getWidth()).isEqualTo(1_280);
        assertThat(files(1 << 20).scale(target(), header, 1_280, small)).isFalse();
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

        Cleaned cleaned = files(1 << 14).clean(file, target());

        // one unit of memory is the least there can be
        assertThat(cleaned).isInstanceOf(Cleaned.Clean.class);
        byte[] large = Samples.sidewaysJpeg(600, 400, java.nio.ByteOrder.BIG_ENDIAN);
        assertThat(files(1 << 14).clean(Files.write(file, large), target()))
                .isEqualTo(refused(new PictureRefusal.TooManyPixels(400, 600, (1 << 16) / 8)));
    }

    @Test
    void refusesABombByItsHeader() throws IOException {
        assertThat(clean(Samples.bomb(50_000, 50_000)))
                .isEqualTo(
                        refused(
                                new PictureRefusal.TooManyPixels(
                                        50_000, 50_000, PictureFiles.MAX_PIXELS)));
        assertThat(clean(Samples.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(
                        refused(
                                new PictureRefusal.SideTooLong(
                                        Integer.MAX_VALUE,
                                        Integer.MAX_VALUE,
                                        PictureFiles.MAX_SIDE)));
    }

    @ParameterizedTest
    @CsvSource({
        "33000000, 1, 16, 6",
        "1, 33000000, 16, 6",
        "33000000, 1, 8, 2",
        "100000000, 1, 1, 0",
        "65536, 1, 8, 3"
    })
    void refusesSidesThatNoDecoderTakesInPieces(int width, int height, int depth, int colour)
            throws IOException {
        byte[] bomb = Samples.bomb(width, height, depth, colour);

        assertThat(bomb).hasSize(65);
        assertThat(clean(bomb))
                .isEqualTo(
                        refused(
                                new PictureRefusal.SideTooLong(
                                        width, height, PictureFiles.MAX_SIDE)));
    }

    /** The alpha of a lossy one is packed like a lossless one. */
    @Test
    void refusesAWebpOfTablesForItsAlpha() throws IOException {
        assertThat(clean(Samples.webpOfAlphaTables()))
                .isEqualTo(refused(new PictureRefusal.NotAPicture()));
    }

    /** Its size is harmless; what is packed in it is not. */
    @Test
    void refusesAWebpOfTables() throws IOException {
        byte[] bomb = Samples.webpOfTables();

        assertThat(bomb.length).isLessThan(200_000);
        assertThat(clean(bomb)).isEqualTo(refused(new PictureRefusal.NotAPicture()));
    }

    /**
     * They are unpacked whole, however few of their pixels are wanted, and no browser shows them.
     */
    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xC5, 0xC9, 0xCB, 0xCE})
    void refusesRareKindsOfJpeg(int frame) throws IOException {
        byte[] jpeg = Samples.jpeg(64, 64, 1);
        for (int i = 0; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                jpeg[i + 1] = (byte) frame;
            }
        }

        assertThat(clean(jpeg)).isEqualTo(refused(new PictureRefusal.NotAPicture()));
    }

    @Test
    void waitsForMemoryOnlyALittle() throws IOException {
        MemoryBudget memory = new MemoryBudget(8 << 20, Duration.ZERO);
        Path file = Files.write(directory.resolve("file"), Samples.png(800, 600, 1));

        memory.within(
                8 << 20,
                () ->
                        assertThatThrownBy(() -> new PictureFiles(memory).clean(file, target()))
                                .isInstanceOf(MemoryUnavailable.class));

        assertThat(new PictureFiles(memory).clean(file, target()))
                .isInstanceOf(Cleaned.Clean.class);
    }

    /** Many at once that together would take far more than there is. */
    @Test
    void takesManyLargePicturesAtOnceWithinItsMemory() throws Exception {
        PictureFiles files = new PictureFiles(new MemoryBudget(64 << 20, Duration.ofMinutes(5)));
        Path file = Files.write(directory.resolve("file"), Samples.png(3_000, 2_000, 1));
        PictureHeader header = PictureFiles.header(file).orElseThrow();
        List<Future<Boolean>> drawn = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                Path small = directory.resolve("small" + i);
                drawn.add(threads.submit(() -> files.scale(file, header, 1_280, small)));
            }
        }

        for (Future<Boolean> one : drawn) {
            assertThat(one.get()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4095", "2, 4095", "3, 4095", "4, 1023", "1, 65535", "3, 65535"})
    void showsWhatInstrumentsMakeAsBrightAsTheyMeantIt(int bands, int most) throws IOException {
        PictureHeader header = header(clean(Samples.deepPng(256, 32, bands, most)));
        Path small = directory.resolve("small");

        files().scale(target(), header, 256, small);

        BufferedImage image = ImageIO.read(small.toFile());
        assertThat(grey(image, 4)).isLessThan(12);
        assertThat(grey(image, 128)).isBetween(120, 136);
        assertThat(grey(image, 251)).isGreaterThan(244);
    }

    @Test
    void leavesADarkPictureDark() throws IOException {
        PictureHeader header = header(clean(Samples.deepPng(256, 32, 3, 32_767)));
        Path small = directory.resolve("small");

        files().scale(target(), header, 256, small);

        assertThat(grey(ImageIO.read(small.toFile()), 251)).isBetween(117, 133);
    }

    private static int grey(BufferedImage image, int x) {
        return new Color(image.getRGB(x, 16)).getGreen();
    }

    /** The header promises more pixels than the data holds. */
    @Test
    void refusesAPictureThatCannotBeDecoded() throws IOException {
        assertThat(clean(Samples.bomb(1_000, 1_000)))
                .isEqualTo(refused(new PictureRefusal.NotAPicture()));
        byte[] webp = Samples.file("lossy.webp");
        Arrays.fill(webp, 32, webp.length, (byte) 0);
        assertThat(clean(Arrays.copyOf(webp, 30)))
                .isEqualTo(refused(new PictureRefusal.NotAPicture()));
    }

    @Test
    void refusesTextAndTruncatedFiles() throws IOException {
        byte[] png = Samples.png(100, 100, 1);
        byte[] jpeg = Samples.jpeg(100, 100, 1);

        assertThat(clean("text".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(refused(new PictureRefusal.NotAPicture()));
        assertThat(clean(new byte[0])).isEqualTo(refused(new PictureRefusal.NotAPicture()));
        assertThat(clean(Arrays.copyOf(png, png.length - 20)))
                .isEqualTo(refused(new PictureRefusal.NotAPicture()));
        assertThat(clean(Arrays.copyOf(jpeg, jpeg.length / 2)))
                .isEqualTo(refused(new PictureRefusal.NotAPicture()));
    }

    @Test
    void refusesSpoiltData() throws IOException {
        byte[] png = Samples.png(300, 300, 1);
        Arrays.fill(png, 50, png.length - 20, (byte) 0x55);

        assertThat(clean(png)).isEqualTo(refused(new PictureRefusal.NotAPicture()));
    }
}
