package io.assay.task.picture.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.task.picture.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTests {

    private static Optional<PictureHeader> read(byte[] file) {
        return PictureHeader.read(ByteBuffer.wrap(file));
    }

    @Test
    void readsTheSizeOfEachFormat() {
        assertThat(read(Samples.jpeg(40, 30, 1)))
                .contains(new PictureHeader(PictureFormat.JPEG, 40, 30, 1, false, 3));
        assertThat(read(Samples.progressiveJpeg(40, 30)))
                .contains(new PictureHeader(PictureFormat.JPEG, 40, 30, 1, true, 3));
        assertThat(read(Samples.png(7, 9, 1)))
                .contains(new PictureHeader(PictureFormat.PNG, 7, 9, 1, false, 3));
    }

    @Test
    void readsTheKindsOfWebp() {
        PictureHeader upright = new PictureHeader(PictureFormat.WEBP, 64, 48, 1, true, 3);
        PictureHeader lossless = new PictureHeader(PictureFormat.WEBP, 64, 48, 1, true, 4);

        assertThat(read(Samples.file("lossy.webp"))).contains(upright);
        assertThat(read(Samples.file("lossless.webp"))).contains(lossless);
        assertThat(read(Samples.file("tagged.webp"))).contains(upright);
        assertThat(read(Samples.file("animated.webp"))).contains(upright);
        assertThat(read(Samples.file("sideways.webp")))
                .contains(new PictureHeader(PictureFormat.WEBP, 64, 48, 6, true, 4));
        assertThat(read(Samples.webp("JUNK", new byte[10]))).isEmpty();
    }

    /** Such a file makes a decoder unpack more than its canvas says. */
    @Test
    void refusesAWebpWhosePixelsAreNotOfTheSizeThatItClaims() {
        byte[] tagged = Samples.file("tagged.webp");
        tagged[12 + 8 + 4] = 5;

        assertThat(read(tagged)).isEmpty();
    }

    @Test
    void readsTheMarkOfACameraInEachFormat() {
        assertThat(read(Samples.file("sideways.jpg")))
                .contains(new PictureHeader(PictureFormat.JPEG, 64, 48, 6, false, 3));
        assertThat(read(Samples.file("sideways.png")))
                .contains(new PictureHeader(PictureFormat.PNG, 64, 48, 6, false, 3));
    }

    @Test
    void theBeginningOfAFileOftenTellsEnough() {
        byte[] jpeg = Arrays.copyOf(Samples.file("sideways.jpg"), 1_560);
        byte[] png = Arrays.copyOf(Samples.png(40, 30, 1), 60);

        assertThat(PictureHeader.readStart(ByteBuffer.wrap(jpeg)))
                .contains(new PictureHeader(PictureFormat.JPEG, 64, 48, 6, false, 3));
        assertThat(PictureHeader.readStart(ByteBuffer.wrap(png)))
                .contains(new PictureHeader(PictureFormat.PNG, 40, 30, 1, false, 3));
        assertThat(PictureHeader.readStart(ByteBuffer.wrap(Arrays.copyOf(jpeg, 20)))).isEmpty();
    }

    @Test
    void refusesMoreScansThanAnyPictureNeeds() {
        byte[] jpeg = Samples.jpeg(16, 16, 1);
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 2};
        ByteBuffer bomb = ByteBuffer.allocate(jpeg.length + 200 * scan.length);
        bomb.put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 200; i++) {
            bomb.put(scan);
        }
        bomb.put(jpeg, jpeg.length - 2, 2);

        assertThat(read(bomb.array())).isEmpty();
    }

    @Test
    void aPictureOnItsSideHasTheSizeThatPeopleSee() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertThat(read(Samples.sidewaysJpeg(40, 30, order)))
                    .contains(new PictureHeader(PictureFormat.JPEG, 30, 40, 6, false, 3));
        }
    }

    @Test
    void aSpoiltCameraMarkSpoilsNoPicture() {
        byte[] jpeg = Samples.sidewaysJpeg(40, 30, ByteOrder.BIG_ENDIAN);
        ByteBuffer.wrap(jpeg).putInt(2 + 4 + 6 + 4, Integer.MAX_VALUE);

        assertThat(read(jpeg)).contains(new PictureHeader(PictureFormat.JPEG, 40, 30, 1, false, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "just a text, renamed to picture.jpg",
                "<svg onload=\"alert(1)\"/>",
                "GIF89a",
                "%PDF-1.7",
                "RIFF\0\0\0\0WAVEfmt "
            })
    void refusesWhatIsNoPicture(String text) {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void refusesSidesOfZeroAndLess() {
        assertThat(read(Samples.bomb(0, 10))).isEmpty();
        assertThat(read(Samples.bomb(10, -1))).isEmpty();
    }

    @Property(tries = 300)
    void refusesAnyBeginningOfAPicture(@ForAll @IntRange(max = 10_000) int cut) {
        for (byte[] whole :
                new byte[][] {
                    Samples.jpeg(16, 16, 1), Samples.progressiveJpeg(16, 16), Samples.png(16, 16, 1)
                }) {
            byte[] part = Arrays.copyOf(whole, cut % whole.length);

            assertThat(read(part)).isEmpty();
        }
    }

    @Property
    void neverFailsOnNoise(
            @ForAll @Size(max = 200) byte[] noise, @ForAll @IntRange(max = 3) int kind) {
        byte[] file = noise.clone();
        byte[][] starts = {
            {},
            {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'},
            {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', ' '}
        };
        System.arraycopy(starts[kind], 0, file, 0, Math.min(file.length, starts[kind].length));

        assertThat(read(file).map(PictureHeader::pixels).orElse(1L)).isPositive();
    }
}
