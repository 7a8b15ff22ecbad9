package io.assay.task.picture.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.task.picture.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanCopyTests {

    private static byte[] clean(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CleanCopy.write(bytes, PictureFormat.of(bytes).orElseThrow(), Channels.newChannel(out));
        return out.toByteArray();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gps.jpg", "tagged.png", "tagged.webp"})
    void nothingTellsWhereOrByWhomAPhotographWasTaken(String name) throws IOException {
        byte[] file = Samples.file(name);

        byte[] clean = clean(file);

        assertThat(text(file)).contains("Secret");
        assertThat(text(clean))
                .doesNotContain("Secret", "Exif", "EXIF", "eXIf", "2026:11:21", "xmp", "tEXt");
    }

    @Test
    void aPhotographsPixelsAndProfileStayAsTheyWere() throws IOException {
        byte[] file = Samples.file("gps.jpg");
        byte[] clean = clean(file);

        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getRGB(0, 0, 64, 48, null, 0, 64))
                .isEqualTo(
                        ImageIO.read(new ByteArrayInputStream(file))
                                .getRGB(0, 0, 64, 48, null, 0, 64));
        assertThat(text(clean)).contains("ICC_PROFILE");
        assertThat(text(clean(Samples.file("tagged.png")))).contains("iCCP");
        assertThat(text(clean(Samples.file("tagged.webp")))).contains("ICCP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gps.jpg",
                "inks.jpg",
                "gray.jpg",
                "tagged.png",
                "animated.png",
                "palette.png",
                "tagged.webp",
                "animated.webp",
                "lossy.webp",
                "lossless.webp",
                "alpha.webp"
            })
    void whatIsCleanStaysAsItIs(String name) throws IOException {
        byte[] clean = clean(Samples.file(name));

        assertThat(clean(clean)).isEqualTo(clean);
        assertThat(PictureHeader.read(ByteBuffer.wrap(clean)))
                .isEqualTo(PictureHeader.read(ByteBuffer.wrap(Samples.file(name))));
    }

    @Test
    void picturesThatSayNothingAreKeptByteByByte() throws IOException {
        for (byte[] file :
                new byte[][] {
                    Samples.jpeg(40, 30, 1),
                    Samples.progressiveJpeg(40, 30),
                    Samples.png(40, 30, 1),
                    Samples.file("lossy.webp"),
                    Samples.file("lossless.webp")
                }) {
            assertThat(clean(file)).isEqualTo(file);
        }
    }

    /** A file that is a picture and something else behind its end is only the picture. */
    @Property(tries = 50)
    void nothingBehindTheEndIsKept(@ForAll @Size(min = 1, max = 50) byte[] tail)
            throws IOException {
        for (byte[] file :
                new byte[][] {
                    Samples.jpeg(8, 8, 1), Samples.png(8, 8, 1), Samples.file("lossy.webp")
                }) {
            assertThat(clean(joined(file, tail))).isEqualTo(file);
        }
    }

    @Test
    void aThumbnailOfWhatWasCroppedAwayGoes() throws IOException {
        byte[] jpeg = Samples.jpeg(8, 8, 1);
        ByteBuffer jfif = ByteBuffer.allocate(20 + 3);
        jfif.putShort((short) 0xFFE0).putShort((short) (16 + 3));
        jfif.put("JFIF\0".getBytes(StandardCharsets.US_ASCII));
        jfif.put(new byte[] {1, 1, 0, 0, 1, 0, 1, 1, 1, 'S', 'e', 'c'});
        byte[] withThumbnail =
                joined(
                        joined(Arrays.copyOf(jpeg, 2), Arrays.copyOf(jfif.array(), 21)),
                        Arrays.copyOfRange(jpeg, 20, jpeg.length));

        assertThat(PictureHeader.read(ByteBuffer.wrap(withThumbnail))).isPresent();
        assertThat(clean(withThumbnail)).hasSize(jpeg.length);
        assertThat(text(clean(withThumbnail))).doesNotContain("Sec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"animated.webp", "animated.png"})
    void ofAnAnimationTheFirstPictureIsKept(String name) throws IOException {
        byte[] clean = clean(Samples.file(name));

        assertThat(text(clean)).doesNotContain("ANIM", "ANMF", "acTL", "fcTL", "fdAT");
    }

    @Property(tries = 200)
    void neverFailsOnWhatHasAHeader(
            @ForAll @IntRange(max = 2_000) int at,
            @ForAll byte value,
            @ForAll @IntRange(max = 4) int which)
            throws IOException {
        byte[] file =
                Samples.file(
                        new String[] {
                                    "gps.jpg",
                                    "tagged.png",
                                    "tagged.webp",
                                    "animated.webp",
                                    "sideways.jpg"
                                }
                                [which]);
        file[12 + at % (file.length - 12)] = value;

        if (PictureHeader.read(ByteBuffer.wrap(file)).isPresent()) {
            byte[] clean = clean(file);
            assertThat(clean.length).isLessThanOrEqualTo(file.length);
            assertThat(clean(clean)).isEqualTo(clean);
        }
    }

    @Test
    void bothByteOrdersOfAMarkGo() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] clean = clean(Samples.sidewaysJpeg(40, 30, order));

            assertThat(clean).isEqualTo(Samples.jpeg(40, 30, 1));
        }
    }
}
